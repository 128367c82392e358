import { expect, test } from 'vitest';
import type { Excerpt } from './excerpt.ts';
import { lengthOfKnownUnits } from './known-units.ts';
import { looksLikeUnits, splitUnits } from './units-in-prose.ts';

const excerpt = (text: string): Excerpt => ({ text, pieces: [{ at: 0, place: { block: 0, from: 0 } }] });

test.each([
  { list: 'Văn phòng và các phòng, đơn vị', units: ['Văn phòng', 'các phòng, đơn vị'] },
  { list: 'Văn phòng và các phòng, VPĐK đất đai', units: ['Văn phòng', 'các phòng', 'VPĐK đất đai'] },
  { list: 'Các phòng, đơn vị trực thuộc', units: ['Các phòng, đơn vị trực thuộc'] },
  { list: 'Văn phòng, các đơn vị trực thuộc', units: ['Văn phòng', 'các đơn vị trực thuộc'] },
  {
    list: 'Trung tâm Quan trắc và Kỹ thuật; Quỹ Bảo vệ rừng',
    units: ['Trung tâm Quan trắc và Kỹ thuật', 'Quỹ Bảo vệ rừng'],
  },
  { list: 'Phòng Kế hoạch - Tài chính và Thanh tra Sở', units: ['Phòng Kế hoạch - Tài chính', 'Thanh tra Sở'] },
  { list: 'Phòng Công chức, viên chức', units: ['Phòng Công chức, viên chức'] },
  { list: 'Chi cục Thủy lợi (05 hồ sơ), Chi cục Kiểm lâm (50 hồ sơ)', units: ['Chi cục Thủy lợi', 'Chi cục Kiểm lâm'] },
  { list: '- Văn phòng Sở\n- Phòng Giá', units: ['Văn phòng Sở', 'Phòng Giá'] },
])('"$list" names $units.length units', ({ list, units }) => {
  expect(splitUnits(excerpt(list)).map((unit) => unit.text)).toEqual(units);
});

test.each([
  { sentence: 'Văn phòng Sở theo dõi, đôn đốc', known: [], subject: 'Văn phòng Sở' },
  {
    sentence: 'Các phòng, đơn vị có tham gia giải quyết hồ sơ thực hiện số hóa',
    known: [],
    subject: 'Các phòng, đơn vị có tham gia giải quyết hồ sơ',
  },
  { sentence: 'Chuyên viên theo dõi tổng hợp số liệu', known: [], subject: 'Chuyên viên theo dõi' },
  { sentence: 'Văn phòng Đăng ký đất đai báo cáo', known: [], subject: 'Văn phòng Đăng ký đất đai' },
  { sentence: 'Tổ chức hội nghị tại Sở', known: [], subject: '' },
  { sentence: 'Báo cáo kết quả về Văn phòng Sở', known: [], subject: '' },
  { sentence: 'Trường hợp hồ sơ phức tạp phải gia hạn', known: [], subject: '' },
  {
    sentence: 'Trung tâm Dịch vụ việc làm hướng dẫn',
    known: ['trung tam dich vu viec lam'],
    subject: 'Trung tâm Dịch vụ việc làm',
  },
  { sentence: 'Phòng Quản lý lưu trú rà soát', known: [], subject: 'Phòng Quản lý lưu trú' },
  { sentence: 'Sở Tài nguyên và Môi trường kết luận', known: [], subject: 'Sở Tài nguyên và Môi trường' },
])('"$sentence" is about "$subject"', ({ sentence, known, subject }) => {
  expect(sentence.slice(0, lengthOfKnownUnits(sentence, known))).toBe(subject);
});

test.each([
  { text: 'Thanh tra Sở, Văn phòng Sở', isList: true },
  { text: 'Thanh tra Sở chủ trì rà soát', isList: false },
  { text: 'Trước ngày 15/6', isList: false },
])('"$text" is a list of units: $isList', ({ text, isList }) => {
  expect(looksLikeUnits(text)).toBe(isList);
});
