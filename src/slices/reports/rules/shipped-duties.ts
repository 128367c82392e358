import type { UnitId } from '../../../kernel/ids.ts';
import type { DutyForm, DutyId, NumberField, ReportForm, SectionField } from './duty.ts';

/** A duty that the product ships: an office takes it over and changes what differs. */
export type ShippedDuty = { readonly dutyId: DutyId; readonly form: DutyForm };

const MONTHS = Array.from({ length: 12 }, (_, at) => `M${at + 1}`);

const count = (key: string, label: string, unit = ''): NumberField => ({
  key,
  label,
  unit,
  decimals: 0,
  min: '0',
  max: null,
  isRequired: true,
  compile: { how: 'sum' },
});
const share = (key: string, label: string, numerator: string, denominator: string): NumberField => ({
  ...count(key, label, '%'),
  decimals: 2,
  isRequired: false,
  compile: { how: 'share', numerator, denominator },
});
const part = (key: string, label: string, isRequired = true): SectionField => ({ key, label, hint: '', isRequired });

const NOTHING: ReportForm = { numbers: [], sections: [], sums: [], files: 'optional' };
const RESULTS: readonly SectionField[] = [
  part('ket-qua', 'Kết quả thực hiện'),
  part('ton-tai', 'Tồn tại, hạn chế và nguyên nhân', false),
  part('kien-nghi', 'Kiến nghị, phương hướng kỳ sau', false),
];

const TASKS: ReportForm = {
  ...NOTHING,
  numbers: [
    count('nhiem-vu-giao', 'Nhiệm vụ được giao', 'nhiệm vụ'),
    count('nhiem-vu-xong', 'Nhiệm vụ đã hoàn thành', 'nhiệm vụ'),
    count('nhiem-vu-dang', 'Nhiệm vụ đang thực hiện', 'nhiệm vụ'),
    share('ty-le-xong', 'Tỷ lệ hoàn thành', 'nhiem-vu-xong', 'nhiem-vu-giao'),
  ],
  sums: [{ total: 'nhiem-vu-giao', parts: ['nhiem-vu-xong', 'nhiem-vu-dang'] }],
  sections: [...RESULTS],
};

const PROCEDURES: ReportForm = {
  ...NOTHING,
  numbers: [
    count('ho-so-tiep-nhan', 'Hồ sơ tiếp nhận trong kỳ', 'hồ sơ'),
    count('ho-so-da-giai-quyet', 'Hồ sơ đã giải quyết', 'hồ sơ'),
    count('ho-so-dung-han', 'Trong đó: trước hạn, đúng hạn', 'hồ sơ'),
    count('ho-so-tre-han', 'Trong đó: quá hạn', 'hồ sơ'),
    share('ty-le-dung-han', 'Tỷ lệ đúng hạn', 'ho-so-dung-han', 'ho-so-da-giai-quyet'),
    count('phan-anh', 'Phản ánh, kiến nghị về quy định hành chính', 'PAKN'),
  ],
  sums: [{ total: 'ho-so-da-giai-quyet', parts: ['ho-so-dung-han', 'ho-so-tre-han'] }],
  sections: [...RESULTS],
};

const RATING: ReportForm = {
  ...NOTHING,
  numbers: [
    count('nguoi-duoc-danh-gia', 'Người được đánh giá', 'người'),
    count('xuat-sac', 'Hoàn thành xuất sắc', 'người'),
    count('tot', 'Hoàn thành tốt', 'người'),
    count('hoan-thanh', 'Hoàn thành', 'người'),
    count('khong-hoan-thanh', 'Không hoàn thành', 'người'),
  ],
  sums: [{ total: 'nguoi-duoc-danh-gia', parts: ['xuat-sac', 'tot', 'hoan-thanh', 'khong-hoan-thanh'] }],
};

const CHECKS: ReportForm = {
  ...NOTHING,
  numbers: [
    count('luot-kiem-tra', 'Lượt kiểm tra kỷ luật, kỷ cương', 'lượt'),
    count('truong-hop-vi-pham', 'Trường hợp vi phạm', 'trường hợp'),
    count('da-xu-ly', 'Trường hợp đã xử lý', 'trường hợp'),
  ],
  sections: [...RESULTS],
};

const ACTS: ReportForm = {
  ...NOTHING,
  numbers: [
    count('van-ban-ra-soat', 'Văn bản được rà soát', 'văn bản'),
    count('van-ban-kien-nghi', 'Văn bản kiến nghị xử lý', 'văn bản'),
  ],
  sections: [...RESULTS],
};

type Short = Partial<DutyForm> & Pick<DutyForm, 'name' | 'regimeId' | 'periodIds' | 'stages' | 'form'>;

function duty(office: UnitId, dutyId: DutyId, given: Short): ShippedDuty {
  const base = {
    purpose: '',
    source: null,
    units: { who: 'all' as const, kinds: [], unitIds: [], except: [] },
    receivers: [office],
    upward: null,
    dayOffRule: 'office' as const,
    remindBefore: [5, 2, 0],
    leaves: [],
    endsOn: null,
  };
  return { dutyId, form: { ...base, ...given } };
}

const at = (stage: DutyForm['stages'][number]['stage'], text: string): DutyForm['stages'][number] => ({
  stage,
  text,
  byPeriod: [],
});
const halfAndYear = (
  stage: DutyForm['stages'][number]['stage'],
  half: string,
  year: string,
): DutyForm['stages'][number] => ({
  stage,
  text: year,
  byPeriod: [{ periodId: 'H1', text: half }],
});

/**
 * The duties that the source plans name, with their cut-offs as those plans word them (domain of the field, §6).
 *
 * @param office the unit that receives the reports: Văn phòng Sở
 */
export function shippedDuties(office: UnitId): ShippedDuty[] {
  const onlyOffice = { who: 'listed' as const, kinds: [], unitIds: [office], except: [] };
  const yearly = { regimeId: 'plain' as const, periodIds: ['Y'] };
  return [
    duty(office, 'duty_khac-phuc', {
      name: 'Kết quả thực hiện kế hoạch khắc phục hạn chế CCHC',
      regimeId: 'plain',
      periodIds: MONTHS,
      stages: [at('unit', 'Ngày 25 hằng tháng')],
      form: TASKS,
    }),
    duty(office, 'duty_cchc', {
      name: 'Báo cáo cải cách hành chính',
      source: 'Công văn 581/BNV-CCHC',
      regimeId: 'par',
      periodIds: ['Q1', 'H1', 'Q3', 'Y'],
      upward: 'Sở Nội vụ',
      stages: [
        at('unit', 'Trước ngày 12 của tháng cuối kỳ báo cáo'),
        at('office', 'Ngày 14 của tháng cuối kỳ báo cáo'),
        at('department', 'Ngày 14 của tháng cuối kỳ báo cáo'),
        at('province', 'Ngày 20 của tháng cuối kỳ báo cáo'),
      ],
      form: { ...PROCEDURES, sections: [part('chi-dao', 'Công tác chỉ đạo, điều hành'), ...RESULTS] },
      leaves: ['1.2.1'],
    }),
    duty(office, 'duty_kiem-soat-tthc', {
      name: 'Báo cáo kiểm soát thủ tục hành chính',
      source: 'Thông tư 01/2020/TT-VPCP',
      regimeId: 'procedure-control',
      periodIds: ['Q1', 'Q2', 'Q3', 'Q4', 'Y'],
      upward: 'Văn phòng UBND tỉnh',
      stages: [
        at('unit', 'Ngày 15 của tháng cuối kỳ báo cáo'),
        at('office', 'Ngày 18 của tháng cuối kỳ báo cáo'),
        at('department', 'Ngày 18 của tháng cuối kỳ báo cáo'),
      ],
      form: PROCEDURES,
      leaves: ['3.7.1'],
    }),
    duty(office, 'duty_danh-gia-thang', {
      name: 'Kết quả đánh giá, xếp loại hằng tháng',
      regimeId: 'plain',
      periodIds: MONTHS,
      stages: [at('unit', 'Trước ngày 05 của tháng tiếp theo')],
      form: RATING,
    }),
    duty(office, 'duty_ky-luat-ky-cuong', {
      name: 'Báo cáo kỷ luật, kỷ cương hành chính',
      regimeId: 'plain',
      periodIds: ['H1', 'Y'],
      upward: 'Sở Nội vụ',
      stages: [
        halfAndYear('unit', 'Chậm nhất ngày 01/6', 'Chậm nhất ngày 01/11'),
        halfAndYear('department', 'Trước ngày 15/6', 'Trước ngày 15/11'),
      ],
      form: CHECKS,
      leaves: ['5.5.1'],
    }),
    duty(office, 'duty_ra-soat-tthc', {
      name: 'Báo cáo rà soát, đơn giản hóa thủ tục hành chính',
      ...yearly,
      upward: 'Văn phòng UBND tỉnh',
      stages: [at('unit', 'Trước ngày 01/6'), at('department', 'Trước ngày 25/7')],
      form: { ...NOTHING, sections: [...RESULTS] },
      leaves: ['3.1.2'],
    }),
    duty(office, 'duty_ra-soat-van-ban', {
      name: 'Báo cáo kiểm tra, rà soát văn bản quy phạm pháp luật',
      ...yearly,
      upward: 'Sở Tư pháp',
      stages: [at('unit', 'Chậm nhất ngày 01/12'), at('department', 'Trước ngày 15/12')],
      form: ACTS,
      leaves: ['2.2.2'],
    }),
    duty(office, 'duty_thi-hanh-phap-luat', {
      name: 'Báo cáo theo dõi tình hình thi hành pháp luật',
      ...yearly,
      units: onlyOffice,
      upward: 'Sở Tư pháp',
      stages: [at('unit', 'Trước ngày 05/12'), at('department', 'Trước ngày 05/12')],
      form: { ...NOTHING, sections: [...RESULTS] },
    }),
    duty(office, 'duty_bien-che', {
      name: 'Kế hoạch biên chế công chức',
      ...yearly,
      units: onlyOffice,
      upward: 'Sở Nội vụ',
      stages: [at('unit', 'Trước ngày 15/5'), at('department', 'Trước ngày 15/5')],
      form: { ...NOTHING, numbers: [count('bien-che', 'Biên chế công chức đề nghị', 'biên chế')] },
      leaves: ['4.2.1'],
    }),
    duty(office, 'duty_so-luong-nguoi', {
      name: 'Kế hoạch số lượng người làm việc của đơn vị sự nghiệp',
      ...yearly,
      units: { who: 'kinds', kinds: ['center', 'fund'], unitIds: [], except: [] },
      upward: 'Sở Nội vụ',
      stages: [at('unit', 'Trước ngày 01/4'), at('department', 'Trước ngày 01/4')],
      form: { ...NOTHING, numbers: [count('so-nguoi', 'Số lượng người làm việc đề nghị', 'người')] },
      leaves: ['4.2.1'],
    }),
    duty(office, 'duty_phan-cap', {
      name: 'Báo cáo kết quả phân cấp, ủy quyền',
      ...yearly,
      units: onlyOffice,
      upward: 'Sở Nội vụ',
      stages: [at('unit', 'Trước ngày 30/11'), at('department', 'Trước ngày 30/11')],
      form: { ...NOTHING, sections: [...RESULTS] },
      leaves: ['4.3.4'],
    }),
    duty(office, 'duty_dao-tao', {
      name: 'Báo cáo đào tạo, bồi dưỡng',
      ...yearly,
      units: onlyOffice,
      upward: 'Sở Nội vụ',
      stages: [at('unit', 'Trước ngày 10/11'), at('department', 'Trước ngày 10/11')],
      form: { ...NOTHING, numbers: [count('nguoi-dao-tao', 'Người được đào tạo, bồi dưỡng', 'lượt người')] },
      leaves: ['5.4.2'],
    }),
  ];
}
