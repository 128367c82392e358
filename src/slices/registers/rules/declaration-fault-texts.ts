import type { DeclarationFault } from './check-declaration.ts';
import type { Texts } from './declaration.ts';

type Write = (detail: string, count: number) => Texts;

/** What is wrong and what to do, by code; the place stands beside it. */
const write: Readonly<Record<DeclarationFault['code'], Write>> = {
  shape: (detail) => ({ vi: `Phần này chưa đúng dạng: ${detail}`, en: `This part has not the right form: ${detail}` }),
  'no-fields': () => ({
    vi: 'Sổ chưa có ô nào. Hãy thêm ít nhất một ô.',
    en: 'The register has no field. Add at least one.',
  }),
  'reserved-name': (name) => ({
    vi: `Tên “${name}” đã dùng cho việc khác. Hãy đặt tên khác.`,
    en: `The name “${name}” is taken. Choose another.`,
  }),
  'title-not-text': (name) => ({
    vi: `Ô “${name}” không dùng làm tên mục được. Hãy chọn một ô chữ.`,
    en: `“${name}” cannot name a record. Choose a text field.`,
  }),
  'owner-not-unit': (name) => ({
    vi: `Ô “${name}” không phải ô đơn vị. Hãy chọn ô đơn vị giữ mục.`,
    en: `“${name}” is no unit field. Choose the field of the unit that keeps the record.`,
  }),
  'owner-restricted': (name) => ({
    vi: `Ô đơn vị “${name}” phải để mọi người thấy, vì quyền theo đơn vị dựa vào nó.`,
    en: `The unit field “${name}” must be seen by all: rights go by it.`,
  }),
  'holder-not-person': (name) => ({
    vi: `Ô “${name}” không phải ô người. Hãy chọn ô người xử lý.`,
    en: `“${name}” is no person field. Choose the field of who has it in hand.`,
  }),
  'unknown-field': (name) => ({
    vi: `Sổ không có ô “${name}”. Hãy sửa tên hoặc thêm ô này.`,
    en: `There is no field “${name}”. Correct the name or add the field.`,
  }),
  'unknown-step': (name) => ({
    vi: `Sổ không có bước “${name}”. Hãy sửa tên hoặc thêm bước này.`,
    en: `There is no step “${name}”. Correct the name or add the step.`,
  }),
  'unknown-clock': (name) => ({
    vi: `Sổ không có hạn phụ “${name}”. Hãy sửa tên.`,
    en: `There is no further deadline “${name}”. Correct the name.`,
  }),
  'unknown-option': (name) => ({
    vi: `Không có lựa chọn “${name}”. Hãy sửa tên hoặc thêm lựa chọn.`,
    en: `There is no option “${name}”. Correct the name or add the option.`,
  }),
  'unknown-register': (name) => ({
    vi: `Không có sổ “${name}”. Hãy chọn sổ khác để liên kết.`,
    en: `There is no register “${name}”. Choose another to link to.`,
  }),
  'no-options': (name) => ({
    vi: `Ô “${name}” chưa có lựa chọn nào. Hãy thêm lựa chọn.`,
    en: `“${name}” has no options. Add some.`,
  }),
  'not-a-day-field': (name) => ({
    vi: `Ô “${name}” không phải ô ngày. Hãy chọn ô ngày.`,
    en: `“${name}” is no day field. Choose one.`,
  }),
  'not-a-unit-field': (name) => ({
    vi: `Ô “${name}” không phải ô đơn vị. Hãy chọn ô đơn vị.`,
    en: `“${name}” is no unit field. Choose one.`,
  }),
  'not-a-number-field': (name) => ({
    vi: `Ô “${name}” không phải ô số. Hãy chọn ô số.`,
    en: `“${name}” is no number field. Choose one.`,
  }),
  'bad-formula': (at) => ({
    vi: `Công thức sai ở ký tự ${at}. Hãy viết bằng số, tên ô và + − × ÷ ( ).`,
    en: `The formula is wrong at character ${at}. Write numbers, names of fields and + − × ÷ ( ).`,
  }),
  'bad-call': (name) => ({
    vi: `“${name}” chưa đúng cách dùng. Hàm ngày cần hai ô ngày; round và ceil cần một số.`,
    en: `“${name}” is not used rightly. A day function takes two day fields; round and ceil take a number.`,
  }),
  'not-in-formula': (name) => ({
    vi: `Ô “${name}” không tính toán được. Chỉ dùng ô số, ngày, có/không.`,
    en: `“${name}” cannot be computed with. Use numbers, days, yes or no.`,
  }),
  'computed-required': (name) => ({
    vi: `Ô tính “${name}” không thể bắt buộc nhập. Hãy bỏ dấu bắt buộc.`,
    en: `The computed field “${name}” cannot be required. Take that out.`,
  }),
  cycle: (names) => ({
    vi: `Các ô tính gọi vòng lẫn nhau: ${names}. Hãy sửa để không ô nào tính từ chính nó.`,
    en: `Computed fields go round in a circle: ${names}. Break it.`,
  }),
  'bad-phrase': (phrase) => ({
    vi: `Không đọc ra thời hạn từ “${phrase}”. Hãy viết như trong văn bản, ví dụ “trước ngày 15/12”.`,
    en: `No deadline is read from “${phrase}”. Write it as documents do.`,
  }),
  'bad-filter': (name) => ({
    vi: `Điều kiện trên “${name}” không so sánh được. Hãy xem lại loại ô và giá trị.`,
    en: `The condition on “${name}” cannot be compared. Check the kind of field and the value.`,
  }),
  'of-missing': () => ({
    vi: 'Số liệu này cần ô số để cộng hoặc lấy giá trị. Hãy chọn ô.',
    en: 'This measure needs a number field to add up or take. Choose it.',
  }),
  'latest-needs-time': () => ({
    vi: 'Giá trị mới nhất không lọc theo tình trạng thời hạn được. Hãy lọc theo ô khác.',
    en: 'The newest value cannot be filtered by how a deadline stands. Filter by a field.',
  }),
  'first-step-missing': () => ({
    vi: 'Hãy chọn bước đầu tiên trong các bước của sổ.',
    en: 'Choose the first step among the steps.',
  }),
  'no-steps': () => ({
    vi: 'Sổ chưa có bước nào nên không chọn bước đầu được.',
    en: 'The register has no steps, so it has no first one.',
  }),
  'personal-public': (name) => ({
    vi: `Ô “${name}” là dữ liệu cá nhân nên không được công khai. Hãy bỏ một trong hai.`,
    en: `“${name}” is personal and cannot be public. Take one of the two out.`,
  }),
  'not-unique-kind': (name) => ({
    vi: `Ô “${name}” không dùng để kiểm tra trùng được. Hãy chọn ô khác.`,
    en: `“${name}” cannot be kept unique. Choose another field.`,
  }),
  'option-in-use': (name, count) => ({
    vi: `“${name}” đang dùng trong ${count} mục nên không bỏ được. Hãy đánh dấu “không dùng nữa”, hoặc đổi các mục đó trước.`,
    en: `“${name}” is used by ${count} records and cannot be taken out. Retire it, or change those records first.`,
  }),
  'kind-changed': (name) => ({
    vi: `Loại của ô “${name}” không đổi được như vậy. Hãy thêm ô mới.`,
    en: `The kind of “${name}” cannot change like this. Add a new field.`,
  }),
  'value-does-not-fit': (name, count) => ({
    vi: `${count} mục có giá trị ở ô “${name}” không hợp với loại mới. Hãy sửa các mục đó trước, hoặc thêm ô mới.`,
    en: `${count} records hold values in “${name}” that do not fit the new kind. Change them first, or add a new field.`,
  }),
  'records-collide': (names, count) => ({
    vi: `${count} mục đang trùng nhau ở các ô chỉ được có một lần: ${names}. Hãy sửa hoặc xóa bớt các mục này rồi lưu lại.`,
    en: `${count} records hold the same values in fields that may stand only once: ${names}. Change or delete some of them, then save again.`,
  }),
  'key-taken': (key) => ({
    vi: `Mã sổ “${key}” đã có. Hãy chọn mã khác.`,
    en: `The key “${key}” is taken. Choose another.`,
  }),
};

/** A fault of a declaration in words. */
export function describeDeclarationFault({ code, detail = '', count = 0 }: DeclarationFault): Texts {
  return write[code](detail, count);
}
