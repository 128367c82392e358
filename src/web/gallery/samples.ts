import type { AreaBar } from '../ui/AreaBars.tsx';
import type { WaterfallStep } from '../ui/waterfall.ts';

/** Invented figures of the kind that a department has. */
export const areas: readonly AreaBar[] = [
  {
    key: '1',
    name: 'Chỉ đạo, điều hành',
    maximum: '13',
    soFar: '8.75',
    forecast: '11.6',
    lastYear: '8.75',
    change: '2.85',
  },
  {
    key: '2',
    name: 'Cải cách thể chế',
    maximum: '13',
    soFar: '8.4',
    forecast: '12.2',
    lastYear: '11.333',
    change: '0.867',
  },
  {
    key: '3',
    name: 'Cải cách thủ tục hành chính',
    maximum: '17',
    soFar: '12',
    forecast: '14.9',
    lastYear: '14',
    change: '0.9',
  },
  { key: '4', name: 'Tổ chức bộ máy', maximum: '9', soFar: '9', forecast: '9', lastYear: '9', change: '0' },
  {
    key: '5',
    name: 'Chế độ công vụ',
    maximum: '19',
    soFar: '14.2',
    forecast: '17.8',
    lastYear: '18.1',
    change: '-0.3',
  },
  { key: '6', name: 'Tài chính công', maximum: '10.5', soFar: '6.2', forecast: '9', lastYear: '8.5', change: '0.5' },
  {
    key: '7',
    name: 'Chính quyền điện tử, số',
    maximum: '17.5',
    soFar: '7',
    forecast: null,
    lastYear: null,
    change: null,
  },
];

export const lostPoints: readonly WaterfallStep[] = [
  { key: 'lost', label: 'Mất 2030', points: '18.43', kind: 'total' },
  { key: 'won', label: 'Đã lấy lại', points: '6.21', kind: 'done' },
  { key: 'doing', label: 'Đang làm', points: '6.02', kind: 'doing' },
  { key: 'risk', label: 'Nguy cơ', points: '3.85', kind: 'risk' },
  { key: 'none', label: 'Chưa có việc', points: '2.35', kind: 'lost' },
];

/** The day on which the gallery is looked at. */
export const GALLERY_DAY = '2031-09-16';

export type SampleTask = {
  id: string;
  title: string;
  shortName: string;
  unit: string;
  points: string | null;
  phrase: string;
  dueOn: string | null;
  workingDaysLeft: number | null;
  isDone: boolean;
};

const VERY_LONG =
  'Rà soát, tổng hợp, xây dựng phương án đơn giản hóa toàn bộ thủ tục hành chính nội bộ giữa các cơ quan hành chính nhà nước thuộc phạm vi quản lý, bảo đảm cắt giảm tối thiểu hai mươi phần trăm thủ tục và chi phí tuân thủ, gửi cơ quan chủ trì đúng hạn';

export const tasks: readonly SampleTask[] = [
  {
    id: '1',
    title: 'Nộp báo cáo CCHC quý III',
    shortName: 'VP Sở',
    unit: 'Văn phòng Sở',
    points: '1',
    phrase: 'trong ngày 14/9',
    dueOn: '2031-09-14',
    workingDaysLeft: -2,
    isDone: false,
  },
  {
    id: '2',
    title: 'Giải quyết 12 hồ sơ sắp trễ hạn',
    shortName: 'VPĐK đất đai',
    unit: 'Văn phòng Đăng ký đất đai',
    points: '0.9',
    phrase: 'trong 3 ngày làm việc',
    dueOn: '2031-09-19',
    workingDaysLeft: 3,
    isDone: false,
  },
  {
    id: '3',
    title: VERY_LONG,
    shortName: 'Phòng QHGĐ',
    unit: 'Phòng Quy hoạch – Giao đất',
    points: '0.5',
    phrase: 'trước 30/9/2031',
    dueOn: '2031-09-29',
    workingDaysLeft: 9,
    isDone: false,
  },
  {
    id: '4',
    title: 'Đăng ký sáng kiến CCHC',
    shortName: 'Thanh tra Sở',
    unit: 'Thanh tra Sở',
    points: null,
    phrase: 'thường xuyên',
    dueOn: null,
    workingDaysLeft: null,
    isDone: false,
  },
  {
    id: '5',
    title: 'Công khai thủ tục tại Bộ phận Một cửa',
    shortName: 'CC BVMT',
    unit: 'Chi cục Bảo vệ môi trường',
    points: '0.25',
    phrase: 'Quý II',
    dueOn: '2031-06-30',
    workingDaysLeft: -60,
    isDone: true,
  },
];

export const veryLongText = VERY_LONG;
