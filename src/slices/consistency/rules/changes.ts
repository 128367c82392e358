import { againstVerb } from './directions.ts';
import { excerptAround } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { judge, minus, plus, type Relation, slackOf, type Term } from './relation.ts';

const VALUE = '(?:«(\\d+)»|⟪(\\d+)⟫|⟨(\\d+)⟩)';
const WORDS = (longest: number): string => `([^«»⟨⟩⟪⟫;.\\n]{0,${longest}}?)`;
const GROWS =
  '(?<!\\p{L})(tăng|giảm|cao hơn|thấp hơn|nhiều hơn|ít hơn|tụt|lùi|vượt)(?:\\s(?:thêm|được|lên|xuống|đi|khoảng))?\\s';
const EARLIER =
  '(?:\\s(?:cùng kỳ|năm trước|kỳ trước|quý trước|tháng trước|năm ngoái|đầu năm|năm|¤|kết quả|mức|của|kỳ|là|đạt|xếp|thứ|hạng|vị trí|có|chỉ|con số)){0,8}\\s?[(:]?\\s?(?:(?:chỉ đạt|đạt|xếp thứ|xếp|thứ|hạng|vị trí|là|có|với|năm|¤|:)\\s?){0,5}';
const RANK_WORDS = '(?:(?:vị trí|thứ hạng|hạng|bậc|thứ|xếp|mức|số|xếp hạng)\\s){0,3}';

/** "đạt 80,567/99 điểm (81,38%), giảm …" */
const SHARE_BETWEEN = '(?:\\(\\s?(?:đạt |chiếm |tỷ lệ )?⟪\\d+⟫\\s?\\)[\\s,;]{0,3})?';

/** "đạt 80,567 điểm, giảm 10,933 điểm so với năm 2021 (91,5 điểm)" */
const COMPARED = new RegExp(
  `${VALUE}${WORDS(70)}${SHARE_BETWEEN}${GROWS}${VALUE}${WORDS(40)}so với${EARLIER}${VALUE}`,
  'giu',
);
/** "tăng 2 bậc, từ hạng 18 lên hạng 16" */
const GROWS_FROM_TO = new RegExp(
  `${GROWS}${VALUE}${WORDS(30)}[,(:]?\\s?từ\\s${RANK_WORDS}${VALUE}${WORDS(40)}(?:lên|xuống|còn|thành|đến|về|sang)\\s${RANK_WORDS}${VALUE}`,
  'giu',
);
/** "từ 80% lên 85% (tăng 5%)" */
const FROM_TO_GROWS = new RegExp(
  `(?<!\\p{L})từ\\s${RANK_WORDS}${VALUE}${WORDS(40)}(?:lên|xuống|còn|thành|đến)\\s${RANK_WORDS}${VALUE}${WORDS(40)}${GROWS}${VALUE}`,
  'giu',
);
const RANK_UNIT = /^\s?(?:bậc|hạng|vị trí|thứ hạng)/iu;
const RANKED_BEFORE = /(?:thứ|hạng|vị trí|xếp)\s$/iu;
const GROWN_BEFORE = /(?:tăng|giảm|hơn|trừ|mất|thêm|vượt|cộng)(?:\s(?:thêm|được|lên|xuống|đi))?\s$/iu;
/** A value that is not how things stand now: what something else is compared with, or what was planned. */
const COMPARED_BEFORE = /(?:so với|kế hoạch|dự toán|chỉ tiêu|mục tiêu)(?:\s[^«»⟨⟩⟪⟫,;.()\s]+){0,4}\s?\([^()]{0,12}$/iu;
const UNIT =
  /^\s?\(?(điểm|bậc|hạng|vị trí|hồ sơ|nhiệm vụ|văn bản|thủ tục|tthc|người|lượt|cuộc|đơn vị|báo cáo|biên chế|triệu|tỷ|nghìn|trường hợp|dịch vụ)(?!\p{L})/iu;

type Quantity = { readonly number: PrintedNumber; readonly unit: string | null; readonly isRank: boolean };
type Change = { readonly now: Quantity; readonly earlier: Quantity; readonly by: Quantity; readonly isRise: boolean };

/** What rose or fell by how much, against the two values that the sentence gives. */
export function findChanges(passage: Passage): Relation[] {
  const { skeleton } = passage;
  const compared = [...skeleton.matchAll(COMPARED)].map((match) =>
    readChange(passage, match, { now: 1, by: 6, earlier: 10, verb: 5 }),
  );
  const growsFromTo = [...skeleton.matchAll(GROWS_FROM_TO)].map((match) =>
    readChange(passage, match, { by: 2, earlier: 6, now: 10, verb: 1 }),
  );
  const fromToGrows = [...skeleton.matchAll(FROM_TO_GROWS)].map((match) =>
    readChange(passage, match, { earlier: 1, now: 5, verb: 9, by: 10 }),
  );
  return [...compared, ...growsFromTo, ...fromToGrows].flatMap((change) =>
    change ? relationsOf(passage, change) : [],
  );
}

/** Numbers of the regular expression's groups; each value takes three, of which one is filled. */
type Groups = { readonly now: number; readonly earlier: number; readonly by: number; readonly verb: number };

function readChange(passage: Passage, match: RegExpExecArray, groups: Groups): Change | null {
  const now = quantityAt(passage, match, groups.now);
  const earlier = quantityAt(passage, match, groups.earlier);
  const by = quantityAt(passage, match, groups.by);
  if (!now || !earlier || !by || by.number.isBound || now.number.isBound || now.isGrowth || earlier.isGrowth)
    return null;
  if (groups.now === 1 && (namesAnother(match[4] ?? '') || isComparedWith(passage, match))) return null;
  return { now, earlier, by, isRise: /tăng|cao|nhiều|vượt/iu.test(match[groups.verb] ?? '') };
}

/** "500 hồ sơ, giải quyết tăng 20 hồ sơ": words after the last comma name another thing that rose. */
function namesAnother(words: string): boolean {
  const lastClause = words.split(/[,;(]/u).at(-1) ?? '';
  return words.includes(',') && lastClause.trim().split(/\s+/u).length > 2;
}

/** "so với năm 2021 (thứ 33) tăng 11 bậc", "đạt 95% kế hoạch năm (12.000 hồ sơ), vượt 5%": the value stands in no relation to the next. */
const isComparedWith = ({ skeleton }: Passage, { index }: RegExpExecArray): boolean =>
  COMPARED_BEFORE.test(skeleton.slice(Math.max(0, index - 60), index));

function quantityAt(
  passage: Passage,
  match: RegExpExecArray,
  group: number,
): (Quantity & { isGrowth: boolean }) | null {
  const [plain, percent, fraction] = [match[group], match[group + 1], match[group + 2]];
  const number = numberAt(passage, plain) ?? numberAt(passage, percent) ?? fractionAt(passage, fraction)?.above;
  if (!number) return null;
  const token = plain !== undefined ? `«${plain}»` : percent !== undefined ? `⟪${percent}⟫` : `⟨${fraction}⟩`;
  const start = passage.skeleton.indexOf(token);
  const before = passage.skeleton.slice(Math.max(0, start - 24), start);
  const after = passage.skeleton.slice(start + token.length, start + token.length + 24);
  const unit = percent !== undefined ? '%' : (UNIT.exec(after)?.[1]?.toLowerCase() ?? null);
  const isRank = RANK_UNIT.test(after) || RANKED_BEFORE.test(before);
  return { number, unit, isRank, isGrowth: GROWN_BEFORE.test(before) };
}

function relationsOf(passage: Passage, change: Change): Relation[] {
  const { now, earlier, by } = change;
  const text = excerptAround(passage, [now.number, earlier.number, by.number]);
  const stated = [plus(by.number)];
  if (by.isRank) return withDirection(rankRelation(change, text, stated), change, change.isRise);
  if (now.isRank !== earlier.isRank || now.isRank) return [];
  const points: Relation = { kind: 'difference', stated, computed: differenceOf(change), text, isFirm: true };
  if (by.unit !== '%') return haveOneUnit([now, earlier, by]) ? withDirection([points], change, !change.isRise) : [];
  const relative: Relation = {
    kind: 'ratio',
    stated,
    computed: growthOf(change),
    text,
    isFirm: haveOneUnit([now, earlier]),
  };
  if (now.unit !== '%') return earlier.unit === '%' || earlier.number.value.isZero() ? [] : [relative];
  if (earlier.unit !== '%') return [];
  return isTrue(relative) ? [relative] : [points];
}

const isTrue = (relation: Relation): boolean => judge(relation, slackOf(relation))?.holds === true;

/** Adds that the verb says the opposite of the two values, where the size of the change leaves no doubt what is compared. */
function withDirection(relations: readonly Relation[], { now, earlier, by }: Change, isFall: boolean): Relation[] {
  const [size] = relations;
  const contrary = size?.isFirm && isTrue(size) && !now.number.isBound && !earlier.number.isBound;
  if (!size || !contrary) return [...relations];
  return [...relations, ...againstVerb(size.text, { now: now.number, earlier: earlier.number, by: by.number, isFall })];
}

/** Units that are printed must be the same one; a missing unit goes with any. */
function haveOneUnit(quantities: readonly Quantity[]): boolean {
  const units = new Set(quantities.flatMap(({ unit }) => (unit === null ? [] : [unit])));
  return units.size <= 1;
}

/** Rising in rank is falling in number; what counts is how many places. */
function rankRelation({ now, earlier }: Change, text: string, stated: Term[]): Relation[] {
  if (now.unit === '%' || earlier.unit === '%' || now.unit === 'điểm' || earlier.unit === 'điểm') return [];
  if (!now.isRank && !earlier.isRank) return [];
  const isUp = now.number.value.lt(earlier.number.value);
  const computed = isUp ? [plus(earlier.number), minus(now.number)] : [plus(now.number), minus(earlier.number)];
  return [{ kind: 'difference', stated, computed, text, isFirm: now.isRank || earlier.isRank }];
}

/** The larger less the smaller: whether it rose or fell is said by the verb, which `directions.ts` looks at. */
function differenceOf({ now, earlier }: Change): Term[] {
  const isLarger = now.number.value.gte(earlier.number.value);
  return isLarger ? [plus(now.number), minus(earlier.number)] : [plus(earlier.number), minus(now.number)];
}

function growthOf({ now, earlier, isRise }: Change): Term[] {
  const share: Term = { factor: isRise ? 100 : -100, over: [now.number], under: [earlier.number] };
  return [share, { factor: isRise ? -100 : 100, over: [], under: [] }];
}
