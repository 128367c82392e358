/** Why a file could not be read. Expected with files from outside: a value, not a fault. */
export type ReadingRefusal =
  | { readonly code: 'empty-file' }
  | { readonly code: 'too-large'; readonly limitMegabytes: number }
  | { readonly code: 'wrong-type'; readonly named: string; readonly found: string }
  | { readonly code: 'unsupported-type'; readonly found: string }
  | { readonly code: 'broken-file' }
  | { readonly code: 'zip-bomb' }
  | { readonly code: 'encrypted' }
  | { readonly code: 'xml-entities' }
  | { readonly code: 'picture-without-text' }
  | { readonly code: 'picture-too-large'; readonly limitMegapixels: number }
  | { readonly code: 'no-text' }
  | { readonly code: 'time-exceeded'; readonly limitSeconds: number }
  | { readonly code: 'memory-exceeded' }
  | { readonly code: 'stopped' };

type Language = 'vi' | 'en';
type TextOf<Code> = (refusal: Extract<ReadingRefusal, { code: Code }>) => Readonly<Record<Language, string>>;

const ACCEPTED = '.docx, .doc, .pdf, .xlsx, .csv, .html, .md, .txt, .png, .jpg';

const texts: { readonly [Code in ReadingRefusal['code']]: TextOf<Code> } = {
  'empty-file': () => ({
    vi: 'Tệp rỗng, không có nội dung. Hãy mở lại tệp gốc, lưu lại rồi tải lên lần nữa.',
    en: 'The file is empty. Open the original, save it again and upload it once more.',
  }),
  'too-large': ({ limitMegabytes }) => ({
    vi: `Tệp lớn hơn ${limitMegabytes} MB. Hãy giảm dung lượng ảnh trong tệp hoặc tách tệp thành nhiều phần.`,
    en: `The file is larger than ${limitMegabytes} MB. Shrink its pictures or split it into parts.`,
  }),
  'wrong-type': ({ named, found }) => ({
    vi: `Tên tệp ghi là ${named} nhưng nội dung là ${found}. Hãy đổi lại phần mở rộng cho đúng, hoặc mở tệp và lưu thành ${named}.`,
    en: `The name says ${named} but the content is ${found}. Correct the extension, or open the file and save it as ${named}.`,
  }),
  'unsupported-type': ({ found }) => ({
    vi: `Chưa đọc được loại tệp này (${found}). Hãy lưu thành một trong các loại: ${ACCEPTED}.`,
    en: `This type of file (${found}) cannot be read. Save it as one of: ${ACCEPTED}.`,
  }),
  'broken-file': () => ({
    vi: 'Tệp bị hỏng, không mở được. Hãy mở bằng phần mềm soạn thảo, lưu thành tệp mới rồi tải lên lại.',
    en: 'The file is damaged. Open it in an editor, save it as a new file and upload that.',
  }),
  'zip-bomb': () => ({
    vi: 'Tệp nén phình to bất thường khi mở nên bị từ chối. Hãy mở bằng phần mềm soạn thảo và lưu thành tệp mới.',
    en: 'The file grows abnormally when unpacked and is refused. Open it in an editor and save it as a new file.',
  }),
  encrypted: () => ({
    vi: 'Tệp có mật khẩu. Hãy gỡ mật khẩu (Tệp › Thông tin › Bảo vệ) rồi tải lên lại.',
    en: 'The file is protected by a password. Remove the password and upload it again.',
  }),
  'xml-entities': () => ({
    vi: 'Tệp chứa khai báo thực thể XML không an toàn nên bị từ chối. Hãy mở bằng phần mềm soạn thảo và lưu thành tệp mới.',
    en: 'The file declares XML entities, which is unsafe. Open it in an editor and save it as a new file.',
  }),
  'picture-without-text': () => ({
    vi: 'Không nhận ra chữ nào trong ảnh. Hãy quét lại ở 200–300 dpi, thẳng và rõ, hoặc tải tệp Word/PDF gốc.',
    en: 'No text was recognised in the picture. Scan it again at 200–300 dpi, straight and sharp, or upload the original.',
  }),
  'picture-too-large': ({ limitMegapixels }) => ({
    vi: `Ảnh có hơn ${limitMegapixels} triệu điểm ảnh. Hãy quét lại ở 200–300 dpi hoặc thu nhỏ ảnh rồi tải lên lại.`,
    en: `The picture has more than ${limitMegapixels} million pixels. Scan it again at 200–300 dpi or make it smaller.`,
  }),
  'no-text': () => ({
    vi: 'Tệp không có chữ nào để đọc. Hãy kiểm tra lại có đúng tệp cần tải lên không.',
    en: 'The file holds no text. Check that it is the file you meant.',
  }),
  'time-exceeded': ({ limitSeconds }) => ({
    vi: `Đọc quá ${limitSeconds} giây nên đã dừng. Hãy tách tệp thành các phần ngắn hơn rồi tải lên lại.`,
    en: `Reading took more than ${limitSeconds} seconds and was stopped. Split the file into shorter parts.`,
  }),
  'memory-exceeded': () => ({
    vi: 'Tệp cần nhiều bộ nhớ hơn mức cho phép. Hãy tách tệp thành các phần ngắn hơn rồi tải lên lại.',
    en: 'The file needs more memory than allowed. Split it into shorter parts.',
  }),
  stopped: () => ({
    vi: 'Đã dừng đọc theo yêu cầu. Chưa có gì được lưu.',
    en: 'Reading was stopped as asked. Nothing was saved.',
  }),
};

/** What the person reads: what is wrong with the file and what to do next; reveals nothing internal. */
export function textOfReadingRefusal<Code extends ReadingRefusal['code']>(
  refusal: Extract<ReadingRefusal, { code: Code }>,
  language: Language,
): string {
  const textOf: TextOf<Code> = texts[refusal.code as Code];
  return textOf(refusal)[language];
}
