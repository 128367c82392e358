import { type Clause, clauseOf, clausesOf } from './clauses.ts';
import { cut, type Excerpt, splitAt } from './excerpt.ts';
import { SURE, textField } from './fields.ts';
import { type KnownUnits, lengthOfKnownUnits } from './known-units.ts';
import type { Field } from './plan-reading.ts';
import { type RolePhrase, readRolePhrase } from './role-phrases.ts';
import { lengthOfNameBeforeVerb, lengthOfUnits, splitUnits, startsWithUnit } from './units-in-prose.ts';
import { foldLetters } from './wording.ts';

/** Who leads and who helps. */
export type Assignment = { readonly leads: readonly Field<string>[]; readonly coordinators: readonly Field<string>[] };

export const NOBODY: Assignment = { leads: [], coordinators: [] };

/** What in a sentence makes its subject the lead of the task, with weights that only have to be in order. */
const LEADS: readonly (readonly [RegExp, number])[] = [
  [/^(?:làm |là )?(?:đơn vị |cơ quan )?(?:chủ trì|đầu mối)/iu, 20],
  [/(?<!\p{L})chủ trì(?!\p{L})/iu, 10],
  [/^phối hợp/iu, -8],
  [/đôn đốc|tham mưu|tổng hợp/iu, 3],
];
const WEIGHT_OF_SINGLE_UNIT = 2;
const IS_GROUP =
  /^(?:(?:tất cả |toàn thể )?các|những|cán bộ|công chức, viên chức|trưởng các|thủ trưởng các|đơn vị|cá nhân)(?!\p{L})/iu;

type Party = { readonly key: string; readonly units: readonly Excerpt[]; weight: number };

/**
 * Leads and coordinators out of an assignment in words. Whom the text calls "chủ trì" leads; where nobody is called so,
 * the unit that gathers and urges leads, and those that only do their share or "phối hợp" help.
 */
export function readAssignment(cell: Excerpt | null, known: KnownUnits): Assignment {
  if (!cell) return NOBODY;
  const labelled = readLabels(cell);
  if (labelled) return labelled;
  const phrase = readRolePhrase(cell, known);
  if (phrase) return ofPhrase(phrase);
  const clauses = clausesOf(cell, known).flatMap((clause) => splitAtUnits(clause, known));
  const parties = partiesOf(clauses);
  const helpers = clauses.flatMap((clause) => helpersIn(clause, known));
  const lead = [...parties].sort((a, b) => b.weight - a.weight)[0];
  const certainty = parties.length === 1 || (lead?.weight ?? 0) >= 10 ? SURE.fromProse + 0.1 : SURE.inferred;
  const leads = (lead?.units ?? []).map((unit) =>
    textField(unit, certainty, certainty < SURE.fromProse ? 'lead-inferred' : undefined),
  );
  const others = parties.filter((party) => party !== lead).flatMap((party) => party.units);
  return {
    leads,
    coordinators: distinct([...others, ...helpers], leads).map((unit) => textField(unit, SURE.fromProse)),
  };
}

function ofPhrase({ leads, helpers }: RolePhrase): Assignment {
  const fields = leads.flatMap(splitUnits).map((unit) => textField(unit, SURE.labelled));
  return {
    leads: fields,
    coordinators: distinct(helpers.flatMap(splitUnits), fields).map((unit) => textField(unit, SURE.labelled)),
  };
}

function partiesOf(clauses: readonly Clause[]): Party[] {
  const parties: Party[] = [];
  for (const { subject, predicate } of clauses) {
    if (!subject) continue;
    const units = splitUnits(subject);
    const first = units[0];
    if (!first) continue;
    const key = foldLetters(first.text);
    let party = parties.find((known) => known.key === key);
    if (!party) {
      party = { key, units, weight: IS_GROUP.test(first.text) ? 0 : WEIGHT_OF_SINGLE_UNIT };
      parties.push(party);
    }
    party.weight += LEADS.reduce((sum, [pattern, weight]) => sum + (pattern.test(predicate.text) ? weight : 0), 0);
  }
  return parties;
}

/** "Văn phòng chủ trì; các phòng phối hợp": two clauses, unless the first part only lists units. */
export function splitAtUnits(clause: Clause, known: KnownUnits): Clause[] {
  const parts = splitAt(clause.whole, /;\s+/gu);
  const isList = parts.slice(0, -1).some((part) => lengthOfUnits(part.text) >= part.text.length - 1);
  if (parts.length < 2 || isList || !parts.slice(1).every((part) => startsWithUnit(part.text))) return [clause];
  return parts.map((part, index) => clauseOf(part, index === 0 && clause.startsItem, known));
}

const HELPED_BY =
  /(?<!\p{L})(?:phối hợp(?: chặt chẽ| tốt)?(?: cùng)?(?: với| cùng)?|với sự phối hợp của|có sự phối hợp của)\s+/giu;
/** "cung cấp thông tin cho Trung tâm … để thực hiện": who gets something in order to act takes part. */
const GIVEN_TO = /(?<!\p{L})(?:cho|gửi)\s+(?=[^.;]{3,80}\sđể\s+(?:thực hiện|công khai|đăng tải|cập nhật|niêm yết))/giu;

function helpersIn({ whole }: Clause, known: KnownUnits): Excerpt[] {
  const found: Excerpt[] = [];
  for (const match of whole.text.matchAll(HELPS_AFTER_COMMA)) {
    const rest = cut(whole, match.index + match[0].length);
    const length = startsWithUnit(rest.text) ? lengthOfKnownUnits(rest.text, known) : 0;
    if (length > 0 && /^\s*phối hợp(?!\p{L})/u.test(rest.text.slice(length)))
      found.push(...splitUnits(cut(rest, 0, length)));
  }
  for (const pattern of [HELPED_BY, GIVEN_TO]) {
    for (const match of whole.text.matchAll(pattern)) {
      const rest = cut(whole, match.index + match[0].length);
      const length = startsWithUnit(rest.text)
        ? lengthOfKnownUnits(rest.text, known)
        : pattern === HELPED_BY
          ? lengthOfNameBeforeVerb(rest.text)
          : 0;
      if (length > 0) found.push(...splitUnits(cut(rest, 0, length)));
    }
  }
  return found;
}

/** "A chủ trì, B phối hợp đối soát". */
const HELPS_AFTER_COMMA = /(?<=chủ trì[^,;.]{0,60}),\s+(?=\p{Lu}[^,;.]{3,80}\sphối hợp(?!\p{L}))/gu;

const LABEL =
  /(?:^|[\n;.(-]\s*|\s(?=(?:Đơn vị |Cơ quan )?(?:Chủ trì|Phối hợp|chủ trì|phối hợp)(?: thực hiện)?\s*:))(?:đơn vị |cơ quan |phòng |bộ phận )?(?<what>chủ trì|phối hợp)(?:\s+thực hiện)?\s*:\s*/giu;

/** "Chủ trì: Văn phòng Sở; phối hợp: các phòng", or "Văn phòng Sở (chủ trì), các phòng (phối hợp)". */
function readLabels(cell: Excerpt): Assignment | null {
  const labels = [...cell.text.matchAll(LABEL)];
  if (labels.length === 0) return readBrackets(cell);
  const isMixed =
    !labels.some((label) => /chủ trì/iu.test(label[0])) && /\p{L}/u.test(cell.text.slice(0, labels[0]?.index));
  if (isMixed) return null;
  const parts = labels.map((label, index) => ({
    what: label.groups?.what?.toLowerCase() ?? '',
    units: splitUnits(cut(cell, label.index + label[0].length, labels[index + 1]?.index ?? cell.text.length)),
  }));
  const of = (what: string) =>
    parts
      .filter((part) => part.what === what)
      .flatMap((part) => part.units.map((unit) => textField(unit, SURE.labelled)));
  return { leads: of('chủ trì'), coordinators: of('phối hợp') };
}

function readBrackets(cell: Excerpt): Assignment | null {
  const match =
    /^(?<leads>[^()]{2,200})\(\s*(?:đơn vị |cơ quan )?chủ trì\s*\)[\s,;]*(?:và\s+)?(?<others>.{0,300}?)(?:\(\s*(?:đơn vị |cơ quan )?phối hợp\s*\)\s*\.?)?$/isu.exec(
      cell.text,
    );
  if (!match?.groups) return null;
  const leadEnd = match.groups.leads?.length ?? 0;
  const others = match.groups.others ?? '';
  const at = cell.text.indexOf(others, leadEnd);
  return {
    leads: splitUnits(cut(cell, 0, leadEnd)).map((unit) => textField(unit, SURE.labelled)),
    coordinators:
      others === '' ? [] : splitUnits(cut(cell, at, at + others.length)).map((unit) => textField(unit, SURE.labelled)),
  };
}

function distinct(units: readonly Excerpt[], leads: readonly Field<string>[]): Excerpt[] {
  const seen = new Set(leads.map((lead) => foldLetters(lead.value)));
  return units.filter((unit) => {
    const key = foldLetters(unit.text);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** A column titled "Đơn vị chủ trì": a list of units, or a sentence that names who leads and who helps. */
export function readLeadCell(cell: Excerpt | null, known: KnownUnits): Assignment {
  if (!cell) return NOBODY;
  if (/chủ trì|phối hợp/iu.test(cell.text)) return readAssignment(cell, known);
  return { leads: unitFields(cell), coordinators: [] };
}

export function unitFields(cell: Excerpt | null): Field<string>[] {
  return cell ? splitUnits(cell).map((unit) => textField(unit, SURE.byHeader)) : [];
}
