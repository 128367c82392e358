/** Texts of the map of leaves from one year to the next. */
const vi = {
  title: 'Bảng nối tiêu chí năm {last} với năm {year}',
  open: 'Sửa bảng nối',
  close: 'Đóng',
  keptBy: '{name} ghi {moment}. Điểm năm trước được chuyển sang theo bảng này.',
  suggested: 'Đang dùng bảng nối do phần mềm đề xuất theo mã và tên; tách, gộp do người dùng chỉ ra.',
  add: 'Thêm dòng',
  again: 'Đề xuất lại',
  save: 'Ghi bảng nối',
  whole: 'Đủ: mỗi tiêu chí của cả hai năm có đúng một chỗ, không điểm nào bị mất.',
  faults: 'Còn {count} chỗ chưa đúng:',
  'fault.unmapped-old': '{leaf} của năm trước chưa có chỗ.',
  'fault.unmapped-new': '{leaf} của năm nay chưa có chỗ.',
  'fault.mapped-twice': '{leaf} đứng ở hai chỗ.',
  'fault.unknown-code': 'Không có tiêu chí {leaf}.',
  wrongKind: 'Không nối được nhiều tiêu chí với nhiều tiêu chí: {from} → {to}.',
  fromLine: 'Mã năm trước, dòng {number}',
  toLine: 'Mã năm nay, dòng {number}',
} as const;

const en: Record<keyof typeof vi, string> = {
  title: 'Map of {last} to {year}',
  open: 'Change the map',
  close: 'Close',
  keptBy: 'Kept by {name}, {moment}. Last year’s points are carried by it.',
  suggested: 'The suggested map is in use, by code and name; splits and merges are for people to say.',
  add: 'Add a line',
  again: 'Suggest again',
  save: 'Keep the map',
  whole: 'Whole: every leaf of both years has exactly one place; no point is lost.',
  faults: '{count} {count|place is|places are} not right yet:',
  'fault.unmapped-old': '{leaf} of last year has no place.',
  'fault.unmapped-new': '{leaf} of this year has no place.',
  'fault.mapped-twice': '{leaf} stands in two places.',
  'fault.unknown-code': 'There is no leaf {leaf}.',
  wrongKind: 'Several leaves cannot be tied to several: {from} → {to}.',
  fromLine: 'Codes of last year, line {number}',
  toLine: 'Codes of this year, line {number}',
};

export const mapTexts = { vi, en };
