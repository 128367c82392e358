import { countsIn } from './area-totals.ts';
import { excerptAround, shorten } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { constant, plus, type Relation } from './relation.ts';
import type { ScoredArea } from './scored-areas.ts';

/** Things that documents list one by one after their number. Days, points, dossiers and money are counted but not listed. */
const LISTED_THING =
  'tiêu chí thành phần|tiêu chí|chỉ số thành phần|chỉ tiêu|nhiệm vụ|nội dung|nhóm nhiệm vụ|nhóm giải pháp|nhóm|giải pháp|mục tiêu|lĩnh vực|vấn đề|văn bản|báo cáo|sản phẩm|yêu cầu|bước|tồn tại|hạn chế|nguyên nhân|kiến nghị|đề xuất|dự án|đề án|chương trình|kế hoạch|đơn vị|phòng|chi cục|trung tâm|bộ phận|hệ thống|phần mềm|sáng kiến|hình thức|biện pháp|tổ chức|cuộc|lớp|quyết định|nghị quyết|thông tư';
const COUNT_OF_THINGS = `(?:«(\\d+)»|⟨(\\d+)⟩)\\s(?:${LISTED_THING})(?!\\p{L})`;
const OPENS_LIST = '(?:bao gồm|gồm có|gồm|cụ thể là|cụ thể như sau|cụ thể|như sau|sau đây|đó là|là|sau)';
const LIST_IN_SENTENCE = new RegExp(
  `${COUNT_OF_THINGS}([^«⟨⟪.;:\\n]{0,120}?)\\s(${OPENS_LIST})\\s?:?\\s(?=\\S)`,
  'giu',
);
const CODES_IN_BRACKETS = new RegExp(
  `${COUNT_OF_THINGS}[^«⟨⟪()\\n]{0,160}\\((¤(?:\\s?[;,]\\s?¤){1,60})\\s?[;.]?\\s?\\)`,
  'giu',
);
const LIST_BELOW = new RegExp(
  `${COUNT_OF_THINGS}[^«⟨⟪.;\\n]{0,140}(?:bao gồm|gồm có|gồm|sau đây|như sau|sau|cụ thể|chính|trọng tâm)?\\s?:\\s?$`,
  'iu',
);
const OPEN_ENDED =
  /…|\.\.\.|v\.v|(?<!\p{L})vv(?!\p{L})|(?<!\p{L})(?:các|những|một số|nhiều)\s[^,;.]{1,30}\skhác(?!\p{L})|(?<!\p{L})(?:chẳng hạn|ví dụ)(?!\p{L})/iu;
/** Items that name several things at once. */
const PLURAL = /^\s*(?:và\s)?(?:các|những|một số|toàn bộ|tất cả|nhiều)(?!\p{L})/iu;
const GOES_ON =
  /^\s*(?:và\s)?(?:đồng thời|tuy nhiên|trong đó|ngoài ra|có|còn|do|qua đó|từ đó|đạt|chiếm|bảo đảm|đảm bảo|các tiêu chí còn lại|riêng)(?!\p{L})/iu;

/** "02 tiêu chí … gồm: A; B": the number against the things named after it. */
export function findListedCounts(passage: Passage): Relation[] {
  return [...countsOfCodes(passage), ...countsOfItems(passage)];
}

const countedAt = (passage: Passage, match: RegExpExecArray): PrintedNumber | null =>
  numberAt(passage, match[1]) ?? fractionAt(passage, match[2])?.above ?? null;

function countsOfCodes(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(CODES_IN_BRACKETS)].flatMap((match) => {
    const counted = countedAt(passage, match);
    const codes = (match[3] ?? '').split('¤').length - 1;
    return counted ? [countRelation(passage, { counted, items: codes, isFirm: (match[3] ?? '').includes(';') })] : [];
  });
}

type Counted = { readonly counted: PrintedNumber; readonly items: number; readonly isFirm: boolean };

function countRelation(passage: Passage, { counted, items, isFirm }: Counted): Relation {
  const text = excerptAround(passage, [counted, { ...counted, to: Math.min(passage.text.length, counted.to + 140) }]);
  return { kind: 'count', stated: [plus(counted)], computed: [constant(items)], text, isFirm };
}

function countsOfItems(passage: Passage): Relation[] {
  return [...passage.skeleton.matchAll(LIST_IN_SENTENCE)].flatMap((match) => {
    const counted = countedAt(passage, match);
    if (!counted || counted.isBound || counted.value.gt(60) || !counted.value.isInteger()) return [];
    const list = listAfter(passage.skeleton, match.index + match[0].length);
    const { certain, possible } = countItems(list);
    const stated = counted.value.toNumber();
    const named = itemsNamedBy(list, match[0]);
    if (named !== null && stated >= 2) return [countRelation(passage, { counted, items: named, isFirm: true })];
    if (possible.includes(stated)) return [countRelation(passage, { counted, items: stated, isFirm: false })];
    const isClosed = certain !== null && /gồm|cụ thể|sau|đó là/iu.test(match[4] ?? '') && stated >= 2;
    return isClosed ? [countRelation(passage, { counted, items: certain, isFirm: true })] : [];
  });
}

/** The rest of the sentence: to the full stop outside brackets, a line end, or the end of the passage. */
function listAfter(skeleton: string, from: number): string {
  const rest = skeleton.slice(from, from + 1500);
  const end = /\.(?=\s+\p{Lu}|\s*$)|\n/u.exec(rest);
  return end ? rest.slice(0, end.index) : rest;
}

/** An item that begins with the word for an office. */
const OFFICE = /^(?:Phòng|Chi cục|Trung tâm|Ban|Văn phòng|Thanh tra|Sở|UBND|Chi nhánh|Trường|Bệnh viện|Quỹ|Đoàn)\s/u;

/** "05 phòng gồm: Phòng A, Phòng B": how many items, where each begins with the word that is counted; else null. */
function itemsNamedBy(list: string, opening: string): number | null {
  const noun = /[»⟩]\s(phòng|chi cục|trung tâm|ban|đơn vị|bộ phận)(?!\p{L})/iu.exec(opening)?.[1]?.toLowerCase();
  if (noun === undefined || OPEN_ENDED.test(list)) return null;
  const items = withoutBrackets(list)
    .split(/[;,]|\svà\s(?=\p{Lu})/u)
    .map((item) => item.trim())
    .filter((item) => item !== '');
  const isEach =
    items.length >= 2 &&
    items.every(
      (item) => /^\p{Lu}/u.test(item) && (noun === 'đơn vị' ? OFFICE : new RegExp(`^${noun} `, 'iu')).test(item),
    );
  return isEach ? items.length : null;
}

type ItemCount = {
  /** The number of items where their signs leave no choice; null where commas may belong to an item. */
  readonly certain: number | null;
  readonly possible: readonly number[];
};

function countItems(list: string): ItemCount {
  const bare = withoutBrackets(list);
  const bySemicolon = bare.split(';').filter((item) => item.trim() !== '');
  const splitLast = (items: readonly string[]): number => {
    const last = items.at(-1) ?? '';
    return items.length + (/\svà\s/u.test(last.replace(/^\s*và\s/u, '')) ? 1 : 0);
  };
  const byComma = bare.split(/[;,]/).filter((item) => item.trim() !== '');
  const byCommaAndAnd = bare.split(/[;,]|\svà\s/u).filter((item) => item.trim() !== '');
  const possible = [
    bySemicolon.length,
    splitLast(bySemicolon),
    byComma.length,
    splitLast(byComma),
    byCommaAndAnd.length,
  ];
  const isCertain =
    bySemicolon.length >= 2 &&
    !OPEN_ENDED.test(list) &&
    !/[«⟨⟪:]/u.test(bare) &&
    !bySemicolon.some((item) => GOES_ON.test(item) || PLURAL.test(item));
  return {
    certain: isCertain ? bySemicolon.length : null,
    possible,
  };
}

function withoutBrackets(text: string): string {
  let depth = 0;
  let kept = '';
  for (const letter of text) {
    if (letter === '(') depth += 1;
    if (depth === 0) kept += letter;
    if (letter === ')') depth = Math.max(0, depth - 1);
  }
  return kept;
}

/** "gồm 03 nhiệm vụ sau:" against the list items that follow in paragraphs of their own. */
export function findCountsOfListsBelow(passages: readonly Passage[]): Relation[] {
  return passages.flatMap((passage, index) => {
    const match = LIST_BELOW.exec(passage.skeleton.slice(-220));
    const counted = match && countedAt(passage, match);
    if (!counted || counted.isBound || counted.value.gt(60) || counted.value.lt(2)) return [];
    const { items, isSure } = itemsBelow(passages, index);
    if (items === 0) return [];
    const isNear = counted.value.minus(items).abs().eq(1);
    return [countRelation(passage, { counted, items, isFirm: isSure && isNear })];
  });
}

function itemsBelow(passages: readonly Passage[], index: number): { items: number; isSure: boolean } {
  const intro = passages[index]?.mark?.style ?? null;
  const style = passages[index + 1]?.mark?.style;
  if (style === undefined || style === intro) return { items: 0, isSure: false };
  let items = 0;
  let isBroken = false;
  for (const passage of passages.slice(index + 1, index + 200)) {
    const { mark } = passage;
    if (mark?.style === style) {
      if (mark.ordinal !== null && mark.ordinal !== items + 1) break;
      items += 1;
    } else if (mark === null || mark.style === intro) {
      isBroken = mark === null && items < 2;
      break;
    }
  }
  const last = passages[index + items]?.text.trimEnd() ?? '';
  return { items, isSure: items >= 2 && !isBroken && !OPEN_ENDED.test(last.slice(-12)) };
}

const PART_OF_KIND = /⟨(\d+)⟩\s(tiêu chí thành phần|tiêu chí|chỉ số thành phần|chỉ tiêu)(?!\p{L})/giu;

/** "01/8 tiêu chí thành phần": the denominator against the number of such things that the area's head states. */
export function findAreaDenominators(area: ScoredArea): Relation[] {
  const counts = countsIn(area.head);
  return area.passages.flatMap((passage) =>
    [...passage.skeleton.matchAll(PART_OF_KIND)].flatMap((match) => {
      const fraction = fractionAt(passage, match[1]);
      const noun = (match[2] ?? '').toLowerCase();
      const whole = counts.get(noun);
      if (!fraction || !whole) return [];
      const other = [...counts].find(([name, count]) => name !== noun && count.value.eq(fraction.below.value));
      const printed = `${fraction.above.printed}/${fraction.below.printed}`;
      const text = shorten(`${shorten(area.head.text, 90)} … ${printed} ${noun}`);
      const relation: Relation = {
        kind: 'count',
        stated: [plus(fraction.below)],
        computed: [plus(whole)],
        text,
        isFirm: true,
      };
      if (!other) return [relation];
      const rewording = {
        text: `“${printed} ${other[0]}” thay cho “${printed} ${noun}”`,
        confirmedBy: [`${other[1].printed} ${other[0]}`],
      };
      return [{ ...relation, rewording }];
    }),
  );
}
