import { cut, type Excerpt } from './excerpt.ts';
import { fieldAt, SURE } from './fields.ts';
import type { Field, Target, TargetOperator } from './plan-reading.ts';
import { NUMBER, readNumber } from './wording.ts';

const LOWER = 'từ|tối thiểu|ít nhất|không dưới|không thấp hơn|đạt từ|đạt ít nhất|tối thiểu đạt';
const ABOVE = 'trên|hơn|vượt|cao hơn';
const UPPER = 'không quá|tối đa|không vượt quá|không muộn hơn|chậm nhất|không cao hơn|không quá mức';
const BELOW = 'dưới|thấp hơn|ít hơn';

const COUNT = `(?:${NUMBER}|một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười)`;
const UNIT = '%|điểm|bậc|phút|giờ làm việc|ngày làm việc|giờ|sáng kiến';
/** What offices count besides; only after a word that says how much ("ít nhất 02 đầu mối"), or in a column of targets. */
const COUNTED =
  'đầu mối|kỳ|bệnh viện|trường học|trường|trạm|mô hình|phương án|tin, bài|tin bài|tin|bài viết|bài|lần|cuộc kiểm tra|cuộc thi|cuộc họp|cuộc|lớp|hội nghị|đợt|buổi|đơn vị|cơ quan|phòng|xã|huyện|phường|thủ tục hành chính|thủ tục|TTHC|dịch vụ công|dịch vụ|hồ sơ|văn bản|quy trình|biên chế|người|lượt người|lượt|chuyên đề|chuyên mục|nhiệm vụ|đề tài|đề án|dự án|nghìn đồng|triệu đồng|tỷ đồng|hạng|tháng|ngày|tiêu chí|báo cáo|phóng sự|cơ sở|công trình|hệ thống|bộ dữ liệu|bộ|cổng|kênh|chương trình|doanh nghiệp|hộ|học sinh|giáo viên|ý kiến|câu hỏi|phiếu|video|trang|khách|tuyến|điểm du lịch|sản phẩm|mẫu|máy';

/** "60% - 100%", "từ 85% đến 100%". */
const RANGE = new RegExp(
  `(?:từ\\s+)?(?<value>${NUMBER})\\s*(?<unit>%)?\\s*(?:[-–]|đến)\\s*(?:dưới\\s+)?(?<to>${NUMBER})\\s*(?<unit2>%|điểm)`,
  'giu',
);
const SINGLE = new RegExp(
  `(?<before>(?<!\\p{L})(?:${LOWER}|${ABOVE}|${UPPER}|${BELOW})\\s+)?(?<!\\p{L}|[\\d.,/])(?<value>${COUNT})\\s*(?<unit>${UNIT}|${COUNTED})(?!\\p{L})(?<after>\\s*(?:số\\s+[\\p{L}\\s]{2,30}?)?trở lên|\\s*trở xuống)?`,
  'giu',
);

const SPELLED: readonly string[] = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** The figures that a task is to reach: "từ 95% trở lên", "60% - 100%", "không muộn hơn tám giờ làm việc". */
export function targetsIn(excerpt: Excerpt): Field<Target>[] {
  return findTargets(excerpt, (unit) => unit === '%');
}

/** The same in a column of targets, where a bare count ("03 bệnh viện") is one too. */
export function targetsInColumn(excerpt: Excerpt): Field<Target>[] {
  return findTargets(excerpt, () => true);
}

function findTargets(excerpt: Excerpt, mayStandAlone: (unit: string) => boolean): Field<Target>[] {
  const ranges = [...excerpt.text.matchAll(RANGE)];
  const singles = [...excerpt.text.matchAll(SINGLE)].filter(
    (match) =>
      !isStartingPoint(match, excerpt.text) &&
      !ranges.some(
        (range) => match.index < range.index + range[0].length && range.index < match.index + match[0].length,
      ),
  );
  return [...ranges, ...singles]
    .sort((a, b) => a.index - b.index)
    .flatMap((match) => {
      const target = targetOf(match, excerpt.text, mayStandAlone);
      return target ? [fieldAt(target, cut(excerpt, match.index, match.index + match[0].length), SURE.fromProse)] : [];
    });
}

/** "từ 05 ngày xuống 03 ngày": where it begins is no target. */
function isStartingPoint(match: RegExpMatchArray, text: string): boolean {
  const after = text.slice((match.index ?? 0) + match[0].length);
  return /^từ/iu.test(match.groups?.before ?? '') && /^\s*(?:làm việc\s*)?(?:xuống|lên|còn|thành)\s/u.test(after);
}

function targetOf(match: RegExpMatchArray, text: string, mayStandAlone: (unit: string) => boolean): Target | null {
  const { value = '', to, unit, unit2, before = '', after = '' } = match.groups ?? {};
  const number = readCount(value);
  const named = unit ?? unit2 ?? '%';
  if (number === null) return null;
  const op = to === undefined ? operatorOf(before.trim().toLowerCase(), after.trim().toLowerCase()) : 'range';
  if (op === '=' && !mayStandAlone(named)) return null;
  return {
    text: match[0].trim(),
    op,
    value: number,
    to: to === undefined ? null : readCount(to),
    unit: named,
    by: dayBefore(text, match.index ?? 0),
  };
}

function readCount(text: string): number | null {
  const spelled = SPELLED.indexOf(text.toLowerCase());
  return spelled >= 0 ? spelled : readNumber(text);
}

function operatorOf(before: string, after: string): TargetOperator {
  if (after.endsWith('trở lên')) return '>=';
  if (after.endsWith('trở xuống')) return '<=';
  if (before === '') return '=';
  if (new RegExp(`^(?:${UPPER})$`, 'u').test(before)) return '<=';
  if (new RegExp(`^(?:${LOWER})$`, 'u').test(before)) return '>=';
  return new RegExp(`^(?:${ABOVE})$`, 'u').test(before) ? '>' : '<';
}

/** "Đến hết ngày 30/9/2024, tỷ lệ …": the day by which the figure is to be reached. */
function dayBefore(text: string, at: number): string | null {
  const before =
    text
      .slice(0, at)
      .split(/[.;]\s/)
      .at(-1) ?? '';
  const after = text.slice(at).split(/[.;]\s|[.;]?$/)[0] ?? '';
  const sentence = /\d{1,2}[/.-]\d{1,2}[/.-]\d{4}/.test(before) ? before : after;
  const match = /(?:đến(?: hết)?|trước|hết)(?: ngày)?\s+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/iu.exec(sentence);
  return match ? `${match[3]}-${match[2]?.padStart(2, '0')}-${match[1]?.padStart(2, '0')}` : null;
}
