import type { UnitId } from '../../../kernel/ids.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { Alias, Unit } from './unit.ts';

/** What a name in a document means. `group` is "các phòng, đơn vị": every unit, none in particular. */
export type UnitMatch =
  | { readonly kind: 'sure'; readonly unitId: UnitId }
  | { readonly kind: 'unsure'; readonly candidates: readonly UnitId[] }
  | { readonly kind: 'group' }
  | { readonly kind: 'unknown' };

/** Short forms that every department uses; the rest is found by initials. */
const SHORT_FORMS: Readonly<Record<string, string>> = {
  vp: 'van phong',
  vpdk: 'van phong dang ky',
  tt: 'trung tam',
  cc: 'chi cuc',
  p: 'phong',
  ttra: 'thanh tra',
  qldd: 'quan ly dat dai',
};

/** Words that say nothing about which unit is meant. */
const SILENT = new Set(['va', 'cua', 'cac', 'thuoc', 'so', 'tinh', 'cap', 'truc']);

const SURE_SCORE = 0.8;
const UNSURE_SCORE = 0.4;
const LEAD_OVER_SECOND = 0.15;
const MOST_CANDIDATES = 4;

function wordsOf(text: string): string[] {
  return foldVietnamese(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .split(' ')
    .filter(Boolean)
    .flatMap((word) => (SHORT_FORMS[word] ?? word).split(' '))
    .filter((word) => !SILENT.has(word));
}

/** How many of the unit's words from `at` on a written word stands for: itself, or the initials of several. */
function wordsMeant(written: string, unitWords: readonly string[], at: number): number {
  if (unitWords[at] === written) return 1;
  const initials = unitWords.slice(at, at + written.length).map((word) => word[0]);
  return written.length >= 2 && initials.length === written.length && initials.join('') === written
    ? written.length
    : 0;
}

/**
 * How well a written name fits a unit's name, 0–1: the share of words that agree, in order.
 * "VPĐK đất đai" fits "Văn phòng Đăng ký đất đai" fully; "phòng ĐKTK" fits "Phòng Đăng ký Thống kê" fully.
 */
export function fitOf(written: readonly string[], unitWords: readonly string[]): number {
  let at = 0;
  let writtenUsed = 0;
  let unitUsed = 0;
  for (const word of written) {
    for (let place = at; place < unitWords.length; place += 1) {
      const meant = wordsMeant(word, unitWords, place);
      if (meant === 0) continue;
      at = place + meant;
      writtenUsed += 1;
      unitUsed += meant;
      break;
    }
  }
  if (writtenUsed === 0) return 0;
  const ofWritten = writtenUsed / written.length;
  const ofUnit = unitUsed / unitWords.length;
  return ofWritten * (0.5 + ofUnit / 2);
}

function isGroup(name: string): boolean {
  const folded = foldVietnamese(name);
  return (
    /^(cac|tat ca|toan the|nhung|cac co quan) /.test(folded) &&
    /\b(phong|don vi|co quan|bo phan|chi cuc|trung tam)\b/.test(folded)
  );
}

/**
 * Finds the unit that a document means, without regard to case, diacritics and abbreviation. What was answered before
 * (an alias) is taken at once; a close race is asked, never guessed.
 */
export function matchUnit(name: string, units: readonly Unit[], aliases: readonly Alias[]): UnitMatch {
  const folded = foldVietnamese(name);
  const known = aliases.find(({ alias }) => foldVietnamese(alias) === folded);
  if (known) return { kind: 'sure', unitId: known.unitId };
  const exact = units.filter((unit) => [unit.name, unit.shortName].some((own) => foldVietnamese(own) === folded));
  if (exact.length === 1 && exact[0]) return { kind: 'sure', unitId: exact[0].unitId };
  if (isGroup(name)) return { kind: 'group' };
  const written = wordsOf(name);
  const ranked = units
    .map((unit) => {
      const fits = [unit.name, unit.shortName].map((own) => fitOf(written, wordsOf(own)));
      return { unitId: unit.unitId, score: Math.max(...fits) };
    })
    .filter(({ score }) => score >= UNSURE_SCORE)
    .sort((a, b) => b.score - a.score);
  const [best, second] = ranked;
  if (!best) return { kind: 'unknown' };
  if (best.score >= SURE_SCORE && best.score - (second?.score ?? 0) >= LEAD_OVER_SECOND)
    return { kind: 'sure', unitId: best.unitId };
  return { kind: 'unsure', candidates: ranked.slice(0, MOST_CANDIDATES).map(({ unitId }) => unitId) };
}
