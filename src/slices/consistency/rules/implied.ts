import { excerptAround } from './excerpt.ts';
import { fractionAt, numberAt } from './grammar.ts';
import type { Passage } from './passage.ts';
import type { PrintedNumber } from './printed-number.ts';
import { minus, plus, type Relation } from './relation.ts';

const POINTS_CHANGED =
  /(?:tổng điểm|chỉ số)[^«⟨⟪.\n]{0,120}?(?:đạt|là)\s(?:«(\d+)»|⟨(\d+)⟩)\s?điểm[^.;\n«⟨⟪]{0,60}?(?<!\p{L})(tăng|giảm)\s(?:thêm\s)?«(\d+)»\sđiểm(?!\p{L})(?![^.;\n]{0,40}so với[^.;\n«]{0,30}\(\s?(?:đạt\s)?«)/giu;
const PLACES_CHANGED =
  /(?<!\p{L})(tăng|giảm|tụt|lùi)\s«(\d+)»\s(?:bậc|hạng)\sso với\s(?:¤|năm trước|cùng kỳ)[^«⟨⟪.;(\n]{0,20}xếp\s(?:thứ|hạng|vị trí)\s(?:thứ\s)?⟨(\d+)⟩/giu;

/** "đạt 80,567/99 điểm …, giảm 10,933 điểm so với năm 2021": what the earlier value was, where the text does not print it. */
export function findImplied(passage: Passage): Relation[] {
  const points = [...passage.skeleton.matchAll(POINTS_CHANGED)].flatMap((match) => {
    const score = numberAt(passage, match[1]) ?? fractionAt(passage, match[2])?.above;
    return impliedBy(passage, {
      now: score,
      by: numberAt(passage, match[4]),
      isAdded: match[3]?.toLowerCase() === 'giảm',
    });
  });
  const places = [...passage.skeleton.matchAll(PLACES_CHANGED)].flatMap((match) => {
    const rank = fractionAt(passage, match[3])?.above;
    return impliedBy(passage, {
      now: rank,
      by: numberAt(passage, match[2]),
      isAdded: match[1]?.toLowerCase() === 'tăng',
    });
  });
  return [...points, ...places];
}

type Implied = {
  readonly now: PrintedNumber | null | undefined;
  readonly by: PrintedNumber | null;
  /** A fall in points, or a rise in rank, comes from a larger number. */
  readonly isAdded: boolean;
};

function impliedBy(passage: Passage, { now, by, isAdded }: Implied): Relation[] {
  if (!now || !by) return [];
  const remark = {
    vi: 'Đây là giá trị của kỳ trước, văn bản không ghi.',
    en: 'This is the earlier value, which is not printed.',
  };
  const computed = [plus(now), isAdded ? plus(by) : minus(by)];
  return [{ kind: 'difference', stated: [], computed, text: excerptAround(passage, [now, by]), isFirm: false, remark }];
}
