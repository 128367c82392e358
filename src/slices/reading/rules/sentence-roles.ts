import { looksLikeDeadline } from './deadline-words.ts';
import { cut, type Excerpt, trim } from './excerpt.ts';
import type { Label } from './labels.ts';
import { readRolePhrase } from './role-phrases.ts';
import { startsWithUnit } from './units-in-prose.ts';
import { dropEnd } from './wording.ts';

/** A sentence, or a part of one, that tells something of the criterion before it, without a label and a colon. */
export type Told = { readonly label: Label; readonly content: Excerpt };

const SUBJECT =
  '(?:(?:Sở|Ban|Chi cục|Đơn vị|Cơ quan|Ngành|UBND (?:huyện|xã|phường|tỉnh|thành phố)|Phường|Xã|Huyện)\\s+)';
const WILL = '(?:sẽ|cần(?: phải)?|phải|dự kiến|chủ trương)';
const THIS =
  '(?:(?:các )?(?:việc|nhiệm vụ|nội dung|công việc|phần việc|giải pháp|biện pháp)(?: khắc phục)?(?: này| trên| đó| nêu trên)?)';

/** How a sentence begins that tells the cause, what mends it, who is to do so, or by when; the first that fits. */
const STARTS: readonly (readonly [Label, RegExp])[] = [
  [
    'reason',
    /^(?:nguyên nhân|lý do|lí do)(?:\s[^.,:;]{0,40}?)?\s+(?:là(?:\s+(?:do|vì))?|do|vì)\s+|^sở dĩ\s[^.;:]{0,60}?\s(?:là\s+)?(?:do|vì)\s+/iu,
  ],
  [
    'remedy',
    new RegExp(
      `^(?:nhằm|để)\\s+(?:khắc phục|cải thiện|nâng|bảo đảm|đảm bảo|lấy lại|giành lại|xử lý|sửa|chấn chỉnh|giải quyết)[^,.:;]{0,60}[,:]\\s*(?:${SUBJECT}?${WILL}\\s+)?`,
      'iu',
    ),
  ],
  [
    'remedy',
    /^(?:giải pháp|biện pháp|hướng|cách|phương hướng)(?:\s(?:khắc phục|xử lý|chấn chỉnh|thực hiện|đề ra|giải quyết))*(?:\s(?:trong )?(?:thời gian tới|năm \d{4}))?\s+(?:là|gồm)\s*:?\s+/iu,
  ],
  [
    'remedy',
    new RegExp(
      `^(?:(?:trong\\s+)?(?:năm \\d{4}|thời gian tới|tới đây|quý [IV]{1,3}(?:[/ ](?:năm )?\\d{4})?),?\\s*)?${SUBJECT}${WILL}\\s+`,
      'iu',
    ),
  ],
  [
    'coordinator',
    /^(?:đơn vị |cơ quan |bộ phận )?(?:phối hợp|cùng (?:thực hiện|làm))(?: thực hiện)?\s+(?:là|gồm|có)\s+/iu,
  ],
  ['lead', /^(?:đơn vị|cơ quan|bộ phận)\s+(?:chủ trì|đầu mối|thực hiện)(?: thực hiện| khắc phục)?\s+là\s+/iu],
  [
    'lead',
    new RegExp(
      `^(?:${THIS}\\s+(?:được\\s+)?)?(?:do|(?:sở |lãnh đạo sở |giám đốc sở )?(?:giao|phân công)(?: cho)?|thuộc trách nhiệm(?: của)?)\\s+`,
      'iu',
    ),
  ],
  [
    'deadline',
    new RegExp(
      `^(?:${THIS}\\s+)?(?:phải |cần |được )?(?:(?:thời hạn|thời gian|hạn|tiến độ)(?: hoàn thành| thực hiện| khắc phục)?(?: là)?|hoàn thành|thực hiện|khắc phục xong|xong|kết thúc)\\s+(?:là\\s+)?`,
      'iu',
    ),
  ],
];

const LONGEST_PHRASE = 300;

/** What a sentence tells by how it begins; nothing where it may be about anything. */
export function readSentenceRole(sentence: Excerpt): Told[] {
  for (const [label, start] of STARTS) {
    const match = start.exec(sentence.text);
    if (!match) continue;
    const content = trim(cut(sentence, match[0].length, Math.max(match[0].length, dropEnd(sentence.text).length)));
    if (content.text === '') continue;
    if (label === 'deadline' && !saysWhen(content.text)) continue;
    if (label === 'coordinator' && !startsWithUnit(content.text)) continue;
    if (label === 'lead') {
      const who = startsWithUnit(content.text) ? splitTime(content) : [];
      const isCause = /^do\s/iu.test(sentence.text) && !readRolePhrase(who[0]?.content ?? content, []);
      if (who.length > 0 && !isCause) return who;
      continue;
    }
    return label === 'remedy' ? splitRemedy(content) : [{ label, content }];
  }
  return unitsFirst(sentence);
}

/** "Văn phòng Sở chủ trì, Thanh tra Sở phối hợp, hoàn thành trước ngày 30/6": nothing but units, their parts and a time. */
function unitsFirst(sentence: Excerpt): Told[] {
  if (sentence.text.length > LONGEST_PHRASE || !startsWithUnit(sentence.text)) return [];
  const told = splitTime(cut(sentence, 0, dropEnd(sentence.text).length));
  const [who] = told;
  return who && readRolePhrase(who.content, []) ? told : [];
}

const TIME =
  /[,;]?\s+(?:và\s+)?(?:(?:phải |cần )?(?:hoàn thành|thực hiện|khắc phục xong|xong|kết thúc|duy trì)\s+|(?:thời hạn|thời gian|hạn)(?: hoàn thành| thực hiện)?(?: là)?\s*:?\s+)|[,;]\s+(?:và\s+)?/giu;

/** Who, and after a comma or a verb by when. */
function splitTime(content: Excerpt): Told[] {
  for (const match of content.text.slice(0, LONGEST_PHRASE).matchAll(TIME)) {
    const time = trim(cut(content, match.index + match[0].length));
    if (!saysWhen(time.text)) continue;
    return [
      { label: 'lead', content: cut(content, 0, match.index) },
      { label: 'deadline', content: time },
    ];
  }
  return [{ label: 'lead', content }];
}

/** "rà soát lại quy trình, việc này do Văn phòng Sở chủ trì, …": who is to act ends what is to be done. */
function splitRemedy(content: Excerpt): Told[] {
  const whole: Told = { label: 'remedy', content };
  for (const match of content.text.matchAll(/[,;]\s+(?:việc này\s+)?(?:do|giao(?: cho)?)\s+(?=\p{Lu})/gu)) {
    const told = unitsFirst(trim(cut(content, match.index + match[0].length)));
    if (told.length > 0) return [{ ...whole, content: cut(content, 0, match.index) }, ...told];
  }
  return [whole];
}

const TIME_START =
  /^(?:(?:ngay )?trong|trước|chậm nhất|muộn nhất|xong|định kỳ|hằng|hàng|mỗi|từ|đến|vào|thường xuyên|liên tục|cuối|đầu|quý|tháng|ngày)(?!\p{L})/iu;
const TIME_WORD = /\d|hằng|hàng|mỗi|thường xuyên|liên tục|định kỳ|quý|trong năm/iu;

function saysWhen(text: string): boolean {
  if (text.length > 120) return false;
  return looksLikeDeadline(text) || (TIME_START.test(text) && TIME_WORD.test(text));
}

const SENTENCE_END = /(?<=\p{L}{2}|[\p{Ll})\]%”"\d]{2})[.;]\s+(?=\p{Lu})/gu;

/**
 * A paragraph that begins with a criterion: cut before each sentence that tells something of it.
 * A sentence that begins otherwise goes on with the one before it; the cause right after the criterion stays with it.
 */
export function splitAtTold(paragraph: Excerpt): { first: Excerpt; told: readonly Told[] } {
  const starts = [...paragraph.text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length);
  const edges = [0, ...starts];
  let firstEnd = paragraph.text.length;
  const told: { from: number; to: number; parts: Told[] }[] = [];
  for (const [index, from] of edges.entries()) {
    if (index === 0) continue;
    const to = edges[index + 1] ?? paragraph.text.length;
    const parts = readSentenceRole(trim(cut(paragraph, from, to)));
    const last = told.at(-1);
    if (!last && parts[0]?.label === 'reason') continue;
    if (parts.length > 0) {
      if (told.length === 0) firstEnd = from;
      told.push({ from, to, parts });
    } else if (last) {
      last.to = to;
      last.parts = readSentenceRole(trim(cut(paragraph, last.from, to)));
    }
  }
  return { first: trim(cut(paragraph, 0, firstEnd)), told: told.flatMap(({ parts }) => parts) };
}
