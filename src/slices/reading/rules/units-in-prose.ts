import { findDepartments } from './departments.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import { dropEnd } from './wording.ts';

/** Words with which the name of a unit, an office or a group of units begins. */
const UNIT_HEAD =
  /^(?:(?:(?:tất cả |toàn thể )?các|những)(?=\s+(?:phòng|cơ quan|đơn vị|sở|ban|ngành|trung tâm|chi cục|địa phương|huyện|xã|phường|thành viên|đồng chí|bộ phận|tổ|công chức|cán bộ|viên chức|chuyên viên|thủ trưởng|trưởng|tổ chức|cá nhân|doanh nghiệp|cấp ủy|UBND|lãnh đạo|chi nhánh|vpđk|văn phòng|trường|bệnh viện|trạm|khoa|viện|hội|đoàn thể|chủ đầu tư))|văn phòng|vp|vpđk|phòng(?! chống| ngừa| cháy)|ban(?! hành| bố| đầu)|thanh tra(?! đột xuất| việc|, kiểm tra)|trung tâm|tt|chi cục|chi nhánh|quỹ|sở|ubnd|uỷ ban|ủy ban|hđnd|lãnh đạo|giám đốc|phó giám đốc|chủ tịch|phó chủ tịch|trưởng|chánh|bộ phận|tổ(?! chức)|hội đồng|chuyên viên|kế toán|văn thư(?!,?\s*(?:và\s+)?lưu trữ)|công chức|viên chức|cán bộ|đơn vị|cơ quan|bộ(?! tiêu chí| thủ tục| câu hỏi| chỉ số| phận| máy| dữ liệu| luật| quy)|đoàn(?! kết)|(?:huyện|thị|thành|tỉnh) (?:đoàn|ủy)|(?:huyện|thị|thành|tỉnh)(?:đoàn|ủy)|hạt|trường(?! hợp)|bệnh viện|trạm|thủ trưởng|người đứng đầu|cấp ủy|đảng ủy|công đoàn|chi bộ|chi đoàn|viện|cục|bảo tàng|thư viện|vườn|công an|bưu điện|báo(?! cáo)|đài|doanh nghiệp|toàn sở|nhà hát|ngân hàng|kho bạc|hợp tác xã|mặt trận|hội(?! nghị| thảo| thi| họp| đồng| ý))(?![\p{L}])/iu;
const ABBREVIATED = /^(?:\p{Lu}{2,}[\p{Lu}\d&-]*|P\.\s?\p{Lu}[\p{Lu}\d&-]*|TT\.\s?\p{Lu}[\p{Lu}\d&-]*)(?![\p{Ll}])/u;

/** Nouns that go on with a list under one "các": "các phòng, đơn vị trực thuộc" is one group of units. */
const PLURAL_NOUN =
  /^(?:và )?(?:các )?(?:phòng|đơn vị|cơ quan|ban|ngành|địa phương|tổ chức|cá nhân|bộ phận|trung tâm|chi cục|chuyên viên|công chức|viên chức|cán bộ|người lao động|thủ trưởng|ban ngành|huyện|thành phố|thị xã|xã|phường|trường|bệnh viện|trạm|khoa)(?![\p{L}])/u;
const PLURAL_HEAD =
  /^(?:(?:tất cả |toàn thể )?(?:các|những)|trưởng các|giám đốc các|thủ trưởng các|toàn thể)(?![\p{L}])/iu;

/** Words that may follow a unit and begin what it is to do. */
const VERB =
  /(?<![\p{L}])(?:chủ trì|chủ động|chủ yếu|phối hợp|thực hiện|tham mưu|theo dõi|tổng hợp|triển khai|báo cáo|hướng dẫn|xây dựng|căn cứ|rà soát|chỉ đạo|có trách nhiệm|chịu trách nhiệm|thường xuyên|kịp thời|khẩn trương|nghiêm túc|tiếp tục|tăng cường|đẩy mạnh|khi|trong quá trình|công khai|ban hành|cung cấp|cập nhật|tổ chức|đôn đốc|kiểm tra|đầu mối|cắt giảm|đối soát|làm đầu mối|là đầu mối|đề xuất|nghiên cứu|gửi|lập|bố trí|quán triệt|phải|cần|được|đảm bảo|bảo đảm|tập trung|phân công|định kỳ|nâng cao|trực tiếp|tự|chuẩn bị|hoàn thành|hoàn thiện|giám sát|thẩm định|trình|đăng tải|niêm yết|tiếp nhận|xử lý|tiến hành|duy trì|nêu cao|chấn chỉnh|phát huy|khắc phục|vận hành|quản lý|tuyên truyền|phổ biến|chấp hành|để|nhằm|hằng|hàng|trên cơ sở|theo|đã|chưa|không|bị|đánh giá|cử|rút kinh nghiệm|kiểm điểm|gồm|trong|tại|sử dụng|số hóa|dự thảo|điều chỉnh|tuân thủ|nhắc nhở|yêu cầu|áp dụng|xác định|hỗ trợ|tích cực|chuyển|thu thập|thông báo|thống kê|mời|đăng ký|thuộc phạm vi|soạn thảo|giúp|trước|sau|chậm nhất|vào|thông qua|qua|gắn|lấy|kết hợp|cùng với việc|chỉ đạt|mở|nộp|lưu(?! trú| vực| thông| động| niệm)|đưa|họp|nhận|làm|viết|phát|giao|nhắc|rút|bổ sung|sửa đổi|sắp xếp|kiện toàn|nhập|thẩm tra|tham gia|chia sẻ|vận động|khuyến khích|bàn giao|quyết định|phê duyệt|công bố|kết nối|tích hợp|ưu tiên|cam kết|nhân rộng|lồng ghép|chủ quản lý|giải quyết|trả lời|trả lại|ra soát|thiết lập|bảo trì|nâng cấp|đề nghị|kiến nghị|khảo sát|lấy ý kiến|tập huấn|đào tạo|bồi dưỡng|luân chuyển|xin lỗi|in|quét|ghi|chấm|đạt|mất|chậm|trễ|cá thể hóa|siết chặt|phân loại|phân tích|dự kiến|mua sắm|quyết toán|giải ngân|thanh toán|tự kiểm tra|tự rà soát|đối chiếu|đính kèm|tham khảo|tìm|thay thế|bắt đầu|kết thúc|sẽ|vẫn|cũng|đều|đồng thời|vận dụng|đăng|đẩy nhanh|trao đổi|thống nhất|hằng ngày|mỗi|ngày(?= \d)|trong vòng|kết quả|tiến độ|tình hình|danh sách|về|là|số(?= hồ sơ| lượng| liệu| nhiệm vụ| văn bản)|những|việc(?! làm))(?![\p{L}])/u;

/** Clauses that belong to the name of a group of units: "các phòng có tham gia giải quyết …". */
const RELATIVE_CLAUSE =
  /^(?:(?:có )?(?:tham gia|liên quan|nội dung|hồ sơ|chức năng|nhiệm vụ)|được (?:giao|phân công|kiểm tra|thanh tra)|thuộc|trực thuộc|chuyên môn|có|khác|còn lại|phụ trách)(?![\p{L}])/u;

export function startsWithUnit(text: string): boolean {
  return UNIT_HEAD.test(text) || (ABBREVIATED.test(text) && !/^(?:\p{Lu}{2,}[\s,]+){2}\p{Lu}/u.test(text));
}

/** True for a text that is a list of units and nothing else: no verb, no figures of its own. */
export function looksLikeUnits(text: string): boolean {
  const plain = text
    .replace(/\s+/g, ' ')
    .replace(/^[-+*•\s]+/, '')
    .trim();
  if (plain === '' || plain.length > 300 || !startsWithUnit(plain)) return false;
  return lengthOfUnits(plain) >= plain.length - 1;
}

/**
 * The units named in a list: "Văn phòng và các phòng, đơn vị" are two, "các phòng, đơn vị trực thuộc" is one.
 * Nothing is read where the text does not name units.
 */
export function splitUnits(excerpt: Excerpt): Excerpt[] {
  const units: { from: number; to: number }[] = [];
  for (const part of partsOf(excerpt.text)) {
    const previous = units.at(-1);
    if (previous && !startsNewUnit(excerpt.text.slice(previous.from, previous.to), part)) previous.to = part.to;
    else units.push({ from: part.from, to: part.to });
  }
  return units.map(({ from, to }) => trimUnit(cut(excerpt, from, to))).filter((unit) => unit.text.length > 1);
}

type UnitPart = { readonly from: number; readonly to: number; readonly text: string; readonly separator: string };

function partsOf(text: string): UnitPart[] {
  const parts: UnitPart[] = [];
  let from = 0;
  let separator = '';
  const depthAt = bracketDepths(text);
  for (const match of text.matchAll(
    /\s*[;\n]\s*|\s*,\s*(?!lưu trữ)|\s+(?:và(?!\s+Văn thư,? lưu trữ)|cùng với|cùng|phối hợp với|phối hợp)\s+|\s+&\s+|\.\s+(?=\p{Lu})/gu,
  )) {
    if ((depthAt[match.index] ?? 0) > 0) continue;
    parts.push({ from, to: match.index, text: text.slice(from, match.index), separator });
    from = match.index + match[0].length;
    separator = match[0].trim();
  }
  parts.push({ from, to: text.length, text: text.slice(from), separator });
  return parts.filter((part) => part.text.trim() !== '');
}

function bracketDepths(text: string): number[] {
  let depth = 0;
  return [...text].flatMap((sign) => {
    if (sign === '(') depth += 1;
    const here = depth;
    if (sign === ')') depth = Math.max(0, depth - 1);
    return Array<number>(sign.length).fill(here);
  });
}

function startsNewUnit(previous: string, part: UnitPart): boolean {
  const text = part.text.trim().replace(/^[-+*•]\s*/, '');
  if (
    part.separator === 'và' &&
    /^văn phòng (?:đoàn đbqh, |đoàn đbqh và )?hđnd$/iu.test(previous.trim()) &&
    /^UBND/u.test(text)
  )
    return false;
  const isLine = part.separator === ';' || part.separator === '' || part.separator === '.';
  if (/^[-+*•]/.test(part.text.trim())) return !isDashInName(previous, text);
  if (PLURAL_HEAD.test(previous.trim()) && /^(?:Trung tâm|Chi cục|Ban|Đơn vị|Phòng)$/u.test(text)) return false;
  if (PLURAL_HEAD.test(previous.trim()) && PLURAL_NOUN.test(text) && !/^các/i.test(text)) {
    return part.separator === 'và' && /\p{Lu}/u.test(text) ? true : isLine && /\p{Lu}/u.test(text);
  }
  if (isLine && /^\p{Lu}/u.test(text)) return true;
  if (part.separator === ',' && /^\p{Lu}/u.test(text) && previousNamesPlainUnits(previous)) return true;
  return startsWithUnit(text) && !isStaffNoun(text);
}

/** "Phòng Kế hoạch" and "- Tài chính" on the next line of a narrow column: one name. */
function isDashInName(previous: string, text: string): boolean {
  return (
    !/^\s*[-+*•]/.test(previous) &&
    /^\s*(?:phòng|ban|khoa|bộ phận|trung tâm|chi cục|tổ)\s+\p{Lu}[\p{L}\s]{2,30}$/iu.test(previous) &&
    /^\p{Lu}/u.test(text) &&
    !startsWithUnit(text)
  );
}

/** "Phòng Khoáng sản, Tài nguyên nước": a capital after a comma may go on with the name; after "Văn phòng" it does not. */
function previousNamesPlainUnits(previous: string): boolean {
  return /^(?:văn phòng(?: sở)?|thanh tra(?: sở)?)$/iu.test(previous.trim());
}

/** "Phòng Công chức, viên chức": people named in small letters go on with the name of the unit. */
function isStaffNoun(text: string): boolean {
  return /^(?:công chức|viên chức|cán bộ|người lao động|tổ chức|chuyên viên)(?!\p{L})/u.test(text);
}

function trimUnit(unit: Excerpt): Excerpt {
  const trimmed = dropCount(trim(unit));
  const lead = /^[-+*•–\s]+/.exec(trimmed.text)?.[0].length ?? 0;
  return cut(trimmed, lead, lead + dropEnd(trimmed.text.slice(lead)).length);
}

/** "Chi cục Kiểm lâm (40 hồ sơ)": the share of the loss is no part of the name. */
function dropCount(unit: Excerpt): Excerpt {
  const bracket =
    /\s*\([^()]*\d[^()]*\)\s*[;,.]?$|\s*:?\s\d{1,5}(?:\/\d{1,5})?\s+(?:hồ sơ|nhiệm vụ|báo cáo|văn bản|trường hợp|TTHC|thủ tục)[^,;]*$/u.exec(
      unit.text,
    );
  return bracket ? cut(unit, 0, bracket.index) : unit;
}

/**
 * The unit that a sentence begins with: "Văn phòng Sở theo dõi, …" gives "Văn phòng Sở".
 * @returns the length of its name in characters, 0 where the sentence does not begin with a unit
 */
export function lengthOfUnits(sentence: string): number {
  if (!startsWithUnit(sentence)) return 0;
  let from = 0;
  for (let guard = 0; guard < 40; guard += 1) {
    const rest = sentence.slice(from);
    const verb = VERB.exec(rest);
    const end = verb ? from + verb.index : sentence.length;
    const stop = stopBefore(sentence, from, end);
    if (stop !== null) return nameLength(sentence, stop);
    if (!verb) return nameLength(sentence, sentence.length);
    if (end === 0) return 0;
    if (!isPartOfName(sentence, end, verb[0])) return nameLength(sentence, end);
    from = end + verb[0].length;
  }
  return nameLength(sentence, from);
}

const LONGEST_BARE_NAME = 60;

/** "Tin học và Thống kê xây dựng …": a unit called by its name alone, where only a unit can stand; 0 where no verb ends it. */
export function lengthOfNameBeforeVerb(sentence: string): number {
  const verb = VERB.exec(sentence);
  const isName = /^\p{Lu}\p{Ll}/u.test(sentence) && verb !== null && verb.index > 3 && verb.index <= LONGEST_BARE_NAME;
  return isName && !/[.:;]/.test(sentence.slice(0, verb.index)) ? dropEnd(sentence.slice(0, verb.index)).length : 0;
}

/** A colon or a full stop ends the name before any verb does. */
function stopBefore(sentence: string, from: number, end: number): number | null {
  const stop = /[:.!?]\s|[:.]$|\n/.exec(sentence.slice(from, end));
  return stop ? from + stop.index : null;
}

/** Words of a unit's name whose second half alone would be something to do. */
const COMPOUNDS: readonly (readonly [start: string, end: string])[] = [
  ['Trợ', 'giúp'],
  ['thư', 'lưu'],
  ['nhận và trả', 'kết quả'],
  ['nhận và Trả', 'kết quả'],
  ['trả', 'kết quả'],
  ['Dịch vụ', 'việc'],
];

function isPartOfName(sentence: string, at: number, verb: string): boolean {
  const before = sentence.slice(0, at).trimEnd();
  if (
    /^(?:các )?(?:chuyên viên|công chức|cán bộ|bộ phận|tổ|đoàn|ban|viên chức)$/iu.test(before) &&
    verb !== 'có trách nhiệm'
  )
    return true;
  if (
    /(?:^|\s)(?:chi cục|trung tâm|phòng|quỹ|văn phòng)$/iu.test(before) &&
    /^(?:quản lý|kiểm tra|đăng ký|xử lý|thẩm định|hỗ trợ|đánh giá)$/u.test(verb)
  )
    return true;
  if (/(?:^|\s)(?:có|được|tham gia|và|được giao)$/u.test(before)) return true;
  if (COMPOUNDS.some(([start, end]) => end === verb && before.endsWith(start))) return true;
  const clause = /(?:^|\s)(?:có|được giao|được phân công|liên quan)\s[^,;]{0,40}$/u.exec(before);
  if (clause && /^(?:tham gia|giải quyết|liên quan|nội dung)$/u.test(verb)) return true;
  const following = sentence.slice(at);
  return (
    verb === 'được' && /^được (?:giao|phân công|kiểm tra|thanh tra)/u.test(following) && RELATIVE_CLAUSE.test(following)
  );
}

function nameLength(sentence: string, end: number): number {
  const name = sentence.slice(0, end);
  const bracket = /\s*\([^()]*$/u.exec(name)?.index ?? end;
  return dropEnd(name.slice(0, Math.min(bracket, endOfDepartment(name)))).length;
}

/** After the full name of a department only a further unit can belong to the list. */
function endOfDepartment(name: string): number {
  const last = findDepartments(name).at(-1);
  if (!last || /^\s*(?:[,;(]|và\s|$)/u.test(name.slice(last.to))) return name.length;
  return last.to;
}
