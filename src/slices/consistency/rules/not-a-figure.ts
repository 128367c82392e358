/**
 * Digits that count nothing: dates, document numbers, articles, codes, times, list signs.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục I (how documents are numbered, dated and cited)
 */
const DOCUMENT_KIND =
  'quyết định|nghị định|nghị quyết|thông tư|công văn|văn bản|kế hoạch|báo cáo|chỉ thị|chương trình|thông báo|tờ trình|hướng dẫn|kết luận|quy định|giấy mời|phiếu|đề án';
/** Words that are followed by an ordinal and never by a count. */
const PART_OF_TEXT =
  'điều|khoản|chương|phụ lục|biểu mẫu|mức độ|cấp độ|stt|số thứ tự|thứ tự|khóa|khoá|nhiệm kỳ|phiên bản|tiểu khu';
/** Words that may be followed by either: "Nhóm 2:" is an ordinal, "đã cấp 120 giấy" and "phân loại 12 đơn" are counts. */
const PART_OR_THING =
  'mục|phần|biểu|bảng|mẫu|hình|trang|tiết|cấp|mức|nhóm|bước|lần|đợt|tổ|khối|loại|vùng|khu vực|phường|thôn|lĩnh vực|nội dung|tt';

const IN_ANY_CASE: readonly string[] = [
  // addresses of the net
  String.raw`(?:https?:\/\/|www\.)\S{1,300}`,
  String.raw`[\w.+-]{1,64}@[\w.-]{1,100}`,
  // days: 11/01/2024, 11-01-2024, 11.01.2024, "ngày 26 tháng 4 năm 2022", "ngày 14/3", "trước 14/3"
  String.raw`(?<![\d/.,])\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}(?!\d)`,
  String.raw`ngày\s{1,3}\d{1,2}(?:\s{1,3}tháng\s{1,3}\d{1,2})?(?:\s{1,3}năm\s{1,3}\d{4})?(?:\s?[/.-]\s?\d{1,2}(?:\s?[/.-]\s?\d{4})?(?!\d))?`,
  String.raw`(?:trước|đến hết|hết|sau)\s{1,3}(?:0?[1-9]|[12]\d|3[01])\/(?:0?[1-9]|1[0-2])(?![\d/,])(?!\s{0,2}(?:điểm|hồ sơ|nhiệm vụ))`,
  // months, quarters, years and stretches of them
  String.raw`tháng\s{1,3}\d{1,2}(?:\s?[/-]\s?\d{2,4})?`,
  String.raw`(?<![\d/.,])\d{1,2}\s{1,3}tháng(?!\p{L})`,
  String.raw`(?<!\p{L})(?:năm|năm học|giai đoạn|nhiệm kỳ|kỳ)\s{1,3}(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?(?:\s{0,2}(?:,|và)\s{0,2}(?:19|20)\d{2}(?!\d)){0,9}`,
  String.raw`(?:quý|học kỳ)\s{1,3}[IVX\d]{1,3}(?!\p{L})(?:\s?\/\s?\d{4})?`,
  String.raw`(?<![\d/.,])(?:0?[1-9]|1[0-2])\/(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<![\p{L}\d/.,])[IVX]{1,4}\/(?:19|20)\d{2}(?!\d)`,
  String.raw`(?<![\d/.,])(?:19|20)\d{2}\s?[-–]\s?(?:19|20)\d{2}(?![\d/])`,
  // 24/7, 7h30, 17:00
  String.raw`(?<![\d/.,])24\/7(?!\d)`,
  String.raw`(?:trực|liên tục|suốt|hoạt động)\s{1,3}24\/24`,
  String.raw`(?<![\d/.,])24\/24(?=\s{0,2}(?:giờ|h)(?!\p{L}))`,
  String.raw`(?<![\d/.,])\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}(?![\p{L}\d])`,
  String.raw`(?<![\d/.,:])\d{1,2}:\d{2}(?![\d:,.])`,
  String.raw`(?:${DOCUMENT_KIND})\s{1,3}số\s?:?\s?\d{1,6}`,
  // articles and numbered parts: "khoản 36 Điều 1", "mức độ 3, 4", "Biểu số 02"
  String.raw`(?<!\p{L})(?:${PART_OF_TEXT})\s{1,3}(?:số\s{1,3}|thứ\s{1,3})?\d{1,3}(?:\.\d{1,3}){0,4}(?![\d%]|[.,]\d|\s?\/\s?\d)(?:\s?(?:,|và)\s?\d{1,2}(?![\d/%,.]|\s{0,2}\p{L})){0,6}`,
  String.raw`(?<!\p{L})(?:${PART_OR_THING})\s{1,3}(?:(?:số|thứ)\s{1,3}\d{1,3}|\d{1,2}(?=\s{0,2}(?:[:;)“"]|\.\s|$)))(?![\d%]|[.,]\d|\s?\/\s?\d)`,
  String.raw`điểm\s{1,3}\d{1,2}(?:\.\d{1,2}){0,3}(?=\s{0,3},?\s{0,3}(?:khoản|điều|mục))`,
  // codes: B.1.1.1, B1.5.2, 1.2.3, 000.00.12.H49
  String.raw`(?<![\p{L}\d])\p{L}{1,4}[.-]?\d{1,6}(?:[.-]\d{1,6}){1,6}(?!\d)`,
  String.raw`(?<![\d.,])\d{1,3}(?:\.\d{1,2}){2,6}\.?(?![\d,])`,
  // list signs inside a sentence: "(1)", "; 2)"
  String.raw`\(\d{1,2}\)(?=\s{0,2}\p{L})`,
  String.raw`(?<=[;:,.]\s)\d{1,2}\)(?=\s?\p{L})`,
];

/** Marks of document numbers are told from other words by their capitals. */
const IN_CAPITALS: readonly string[] = [
  // 91/QĐ-UBND, 42/2022/NĐ-CP, 640 /KH-STNMT, 29-KL/TU, 2698QĐ-UBND, QĐ 766
  String.raw`(?<![\p{L}\d])\d{1,6}[a-z]?(?:\s?\/\s?(?:19|20)\d{2})?\s?\/\s?\p{Lu}\p{L}{0,14}(?:[-.&/][\p{L}\d]{1,20}){0,5}`,
  String.raw`(?<![\p{L}\d])\d{1,6}\s?-\s?\p{Lu}{2,6}(?:\/[\p{L}\d]{1,12})?`,
  String.raw`(?<![\p{L}\d])\d{1,6}\p{Lu}{2,8}(?:-[\p{L}\d]{1,12}){0,3}`,
  String.raw`(?<!\p{L})(?:QĐ|NĐ|NQ|CV|KH|BC|CT|TB|TTr|HD|KL)\s{1,2}(?:số\s?:?\s?)?\d{1,6}(?!\s?[,.]\d)`,
  String.raw`Số\s?:\s?\d{1,6}`,
];

const anyOf = (patterns: readonly string[], flags: string): RegExp =>
  new RegExp(patterns.map((pattern) => `(?:${pattern})`).join('|'), flags);
const NOT_A_FIGURE = anyOf(IN_ANY_CASE, 'giu');
const DOCUMENT_NUMBER = anyOf(IN_CAPITALS, 'gu');

export type Span = { readonly from: number; readonly to: number };

/** Spans of the text, in order and apart, whose digits are no figures. */
export function findNonFigures(text: string): Span[] {
  const found = [...text.matchAll(NOT_A_FIGURE), ...text.matchAll(DOCUMENT_NUMBER)]
    .map((match) => ({ from: match.index, to: match.index + match[0].length }))
    .sort((a, b) => a.from - b.from);
  const spans: Span[] = [];
  for (const span of found) {
    const last = spans.at(-1);
    if (last && span.from < last.to) spans[spans.length - 1] = { from: last.from, to: Math.max(last.to, span.to) };
    else spans.push(span);
  }
  return spans;
}
