import { cut, type Excerpt, trim } from './excerpt.ts';
import { type KnownUnits, lengthOfKnownUnits } from './known-units.ts';
import { startsWithUnit } from './units-in-prose.ts';

/** Units between words that say who leads and who helps. */
export type RolePhrase = { readonly leads: readonly Excerpt[]; readonly helpers: readonly Excerpt[] };

type Marker = { readonly helps: boolean; readonly reachesOn: boolean; readonly from: number; readonly to: number };
type Part = { readonly units: Excerpt | null; readonly before: Marker | null; readonly after: Marker | null };

const ROLE_WORDS =
  /[\s,;.()–-]*(?:(?:là |làm )?(?:đơn vị |cơ quan )?(?<leads>chủ trì|đầu mối|chịu trách nhiệm(?: chính)?|phụ trách(?=\s*(?:[,;.]|$)))(?: thực hiện| tham mưu)?|(?:và |cùng |với |có )?(?:sự )?(?:đơn vị |cơ quan )?(?<helps>phối hợp|tổng hợp|hỗ trợ(?=\s*(?:[,;.]|$))|cùng (?:thực hiện|tham gia)(?=\s*(?:[,;.]|$)))(?: thực hiện)?(?<with> với| cùng(?: với)?| của)?)(?!\p{L})[\s,;:.()–-]*/giu;
const LONGEST = 300;

/**
 * "A chủ trì, B phối hợp", "A chủ trì, phối hợp với B", "A phối hợp với B": nothing but units and the words for their
 * part; null for a sentence that says more.
 */
export function readRolePhrase(cell: Excerpt, known: KnownUnits): RolePhrase | null {
  const markers = [...cell.text.slice(0, LONGEST).matchAll(ROLE_WORDS)].map(
    (match): Marker => ({
      helps: match.groups?.helps !== undefined,
      reachesOn: match.groups?.with !== undefined || /:\s*$/.test(match[0]),
      from: match.index,
      to: match.index + match[0].length,
    }),
  );
  if (markers.length === 0 || cell.text.length > LONGEST) return null;
  const parts = partsBetween(cell, markers);
  const named = parts.flatMap(({ units }) => (units ? [units] : []));
  if (named.length === 0 || !named.every((units) => isAllUnits(units.text, known))) return null;
  const of = (helps: boolean) =>
    parts.flatMap((part, index) => (part.units && isHelper(part, parts, index) === helps ? [part.units] : []));
  return { leads: of(false), helpers: of(true) };
}

function partsBetween(cell: Excerpt, markers: readonly Marker[]): Part[] {
  const edges = [0, ...markers.map(({ to }) => to)];
  return edges.map((from, index) => {
    const after = markers[index] ?? null;
    const units = trim(cut(cell, from, Math.max(from, after?.from ?? cell.text.length)));
    return { units: /\p{L}/u.test(units.text) ? units : null, before: markers[index - 1] ?? null, after };
  });
}

/** The word after the units counts, unless it belongs to the units that follow it. */
function isHelper({ before, after }: Part, parts: readonly Part[], index: number): boolean {
  if (after && !after.helps) return false;
  const isTaken = parts[index - 1]?.units !== null && index > 0;
  if (!after) return before !== null && (before.helps || isTaken);
  if (before === null) return !after.reachesOn && parts[index + 1]?.units == null;
  return before.helps || isTaken;
}

function isAllUnits(text: string, known: KnownUnits): boolean {
  return startsWithUnit(text) && lengthOfKnownUnits(text, known) >= text.replace(/[\s.;,]+$/u, '').length - 1;
}
