import { describe, expect, test } from 'vitest';
import { civilDate } from '../../../kernel/civil-date.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import { matchUnit } from './matching.ts';
import type { Unit } from './unit.ts';

const names: [UnitId, string, string][] = [
  ['unit_vp', 'Văn phòng Sở', 'VP Sở'],
  ['unit_dkdd', 'Văn phòng Đăng ký đất đai', 'VPĐK'],
  ['unit_tt', 'Thanh tra Sở', 'Thanh tra'],
  ['unit_qhgd', 'Phòng Quy hoạch - Giao đất', 'Phòng QHGĐ'],
  ['unit_dktk', 'Phòng Đăng ký Thống kê', 'Phòng ĐKTK'],
  ['unit_ks', 'Phòng Khoáng sản - Tài nguyên nước', 'Phòng KS-TNN'],
  ['unit_khtc', 'Phòng Kế hoạch - Tài chính', 'Phòng KH-TC'],
  ['unit_bvmt', 'Chi cục Bảo vệ môi trường', 'CC BVMT'],
  ['unit_cntt', 'Trung tâm Công nghệ thông tin tài nguyên môi trường', 'TT CNTT'],
  ['unit_dd', 'Trung tâm Đo đạc và Tư vấn tài nguyên môi trường', 'TT Đo đạc'],
];
const units: Unit[] = names.map(([unitId, name, shortName], position) => ({
  unitId,
  parentId: null,
  name,
  shortName,
  kind: 'division',
  validFrom: civilDate('2020-01-01'),
  validTo: null,
  position,
  version: 1,
}));

describe('a unit named in a document', () => {
  test.each([
    { name: 'VPĐK đất đai', unitId: 'unit_dkdd', because: 'an abbreviation stands for the first words' },
    { name: 'văn phòng đăng ký ĐẤT ĐAI', unitId: 'unit_dkdd', because: 'case does not matter' },
    {
      name: 'Van phong Dang ky Dat dai cap tinh',
      unitId: 'unit_dkdd',
      because: 'diacritics and "cấp tỉnh" do not matter',
    },
    { name: 'Văn phòng', unitId: 'unit_vp', because: 'the office of the department is called just "Văn phòng"' },
    { name: 'Chi cục BVMT', unitId: 'unit_bvmt', because: 'initials stand for the words' },
    { name: 'phòng ĐKTK', unitId: 'unit_dktk', because: 'initials stand for the words' },
    { name: 'phòng Quy hoạch Giao đất', unitId: 'unit_qhgd', because: 'hyphens do not matter' },
    { name: 'Phòng Khoáng sản Tài nguyên nước', unitId: 'unit_ks', because: 'hyphens do not matter' },
    { name: 'Trung tâm CNTT TNMT', unitId: 'unit_cntt', because: 'two sets of initials' },
    { name: 'phòng Kế hoạch – Tài chính', unitId: 'unit_khtc', because: 'a long dash is a hyphen' },
    { name: 'Thanh tra', unitId: 'unit_tt', because: 'the short name' },
  ])('“$name”: $because', ({ name, unitId }) => {
    expect(matchUnit(name, units, [])).toEqual({ kind: 'sure', unitId });
  });

  test.each([
    { name: 'Các phòng, đơn vị' },
    { name: 'các phòng chuyên môn, đơn vị sự nghiệp thuộc Sở' },
    { name: 'Các cơ quan, đơn vị' },
  ])('“$name” is no single unit', ({ name }) => expect(matchUnit(name, units, [])).toEqual({ kind: 'group' }));

  test('an unsure name is asked, and the answer is remembered', () => {
    const asked = matchUnit('Trung tâm tài nguyên môi trường', units, []);
    expect(asked).toEqual({ kind: 'unsure', candidates: expect.arrayContaining(['unit_cntt', 'unit_dd']) });
    const answer = [{ alias: 'trung tam TÀI NGUYÊN môi trường', unitId: 'unit_dd' as UnitId }];
    expect(matchUnit('Trung tâm tài nguyên môi trường', units, answer)).toEqual({ kind: 'sure', unitId: 'unit_dd' });
  });

  test('a stranger is unknown', () => {
    expect(matchUnit('Bưu điện', units, [])).toEqual({ kind: 'unknown' });
    expect(matchUnit('', units, [])).toEqual({ kind: 'unknown' });
  });
});
