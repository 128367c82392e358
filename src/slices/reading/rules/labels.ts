import { cut, type Excerpt, trim } from './excerpt.ts';

/** What a labelled line under a criterion tells. */
export type Label = 'shortcoming' | 'reason' | 'responsible' | 'remedy' | 'deadline' | 'lead' | 'coordinator';

/** "Trách nhiệm:", "Phương hướng khắc phục:" at the start of a line; the first that fits. */
const LABELS: readonly (readonly [Label, RegExp])[] = [
  ['reason', /^(?:nguyên nhân|lý do|lí do|diễn giải|thực trạng)(?:\s[^:.]{0,60})?:\s*/iu],
  [
    'shortcoming',
    /^(?:(?:những )?tồn tại(?:, hạn chế)?|hạn chế|nội dung (?:mất điểm|bị trừ điểm))(?:\s[^:.]{0,60})?:\s*/iu,
  ],
  ['coordinator', /^(?:đơn vị |cơ quan |phòng |bộ phận )?phối hợp(?:\s+thực hiện)?\s*:\s*/iu],
  [
    'lead',
    /^giao\s+(?=\p{Lu}[^;.]{3,200}?(?:chủ trì|thực hiện))|^(?:đơn vị |cơ quan |phòng |bộ phận |giao )?(?:chủ trì|đầu mối|(?:đơn vị|cơ quan|bộ phận) thực hiện|phân công(?: thực hiện)?|tổ chức thực hiện|thực hiện(?=\s*:))(?:\s+(?:thực hiện|khắc phục|tham mưu))?\s*:\s*/iu,
  ],
  [
    'responsible',
    /^(?:(?:đơn vị|cá nhân|tập thể|cơ quan)(?:, (?:cá nhân|đơn vị))?\s+)?(?:chịu\s+)?trách nhiệm(?:\s[^:.]{0,60})?:\s*|^(?:trách nhiệm )?thuộc (?:về )?(?:trách nhiệm )?(?:của )?(?=\p{Lu})/iu,
  ],
  ['deadline', /^(?:thời (?:gian|hạn)|tiến độ|hạn|hoàn thành)(?:\s[^:.]{0,40})?:\s*/iu],
  [
    'remedy',
    /^(?:phương hướng|giải pháp|biện pháp|hướng|kế hoạch|nhiệm vụ|đề xuất)(?:\s[^:.]{0,60})?:\s*|^khắc phục\s*:\s*/iu,
  ],
];

export function readLabel(line: Excerpt): { label: Label; content: Excerpt } | null {
  for (const [label, pattern] of LABELS) {
    const match = pattern.exec(line.text);
    if (match) return { label, content: trim(cut(line, match[0].length)) };
  }
  return null;
}

const INLINE_LABEL =
  /(?<=[.;]\s)(?=(?:(?:Nguyên nhân|Lý do|Lí do|Trách nhiệm|Đơn vị chịu trách nhiệm|Phương hướng|Hướng khắc phục|Giải pháp|Biện pháp|[Tt]hời gian|[Tt]hời hạn|Đơn vị chủ trì|Chủ trì|[Đđ]ơn vị phối hợp|[Đđ]ơn vị thực hiện|Thực hiện|[Pp]hối hợp)(?:\s[^:.;]{0,40})?:|[Tt]rách nhiệm thuộc(?: về)?\s|Giao\s+(?=\p{Lu}[^.;:]{3,160}?(?:chủ trì|thực hiện))))/u;

/** "… đạt 1/2 điểm. Nguyên nhân: … Trách nhiệm: …" in one paragraph: cut before each label. */
export function splitAtLabels(paragraph: Excerpt): Excerpt[] {
  const parts: Excerpt[] = [];
  let rest = paragraph;
  for (let next = INLINE_LABEL.exec(rest.text); next && parts.length < 10; next = INLINE_LABEL.exec(rest.text)) {
    parts.push(trim(cut(rest, 0, next.index)));
    rest = cut(rest, next.index);
  }
  return [...parts, trim(rest)];
}
