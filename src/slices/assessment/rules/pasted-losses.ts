import { Decimal } from '../../../kernel/decimal.ts';
import { foldVietnamese } from '../../../kernel/vietnamese.ts';
import type { CriteriaSet } from '../../criteria/index.ts';
import { type LostPointRefusal, refuseLostPoint } from '../../scoring/index.ts';
import { readPoints } from './pasted-points.ts';

export type NamedUnit = { readonly unitId: string; readonly name: string; readonly shortName: string };
export type PastedUnit = { readonly unitId: string | null; readonly name: string; readonly weight: string };
export type PastedLoss = {
  readonly codes: readonly string[];
  readonly amount: string;
  readonly cause: string;
  readonly units: readonly PastedUnit[];
  readonly remedy: string | null;
};

export type LossFaultCode = LostPointRefusal['code'] | 'not-a-number';
/** A line that cannot be taken over; lines count from 1, empty ones too. */
export type LossFault = { readonly line: number; readonly code: LossFaultCode; readonly text: string };
export type PastedLosses = { readonly losses: readonly PastedLoss[]; readonly faults: readonly LossFault[] };

const COLUMNS = ['codes', 'amount', 'cause', 'units', 'remedy'] as const;
type ColumnName = (typeof COLUMNS)[number];

/** How offices head the columns, folded. */
const HEADS: Readonly<Record<ColumnName, readonly string[]>> = {
  codes: ['ma', 'ma tieu chi', 'tieu chi', 'code'],
  amount: ['diem mat', 'diem bi tru', 'so diem mat', 'diem', 'lost', 'points'],
  cause: ['nguyen nhan', 'ly do', 'cause', 'reason'],
  units: ['don vi', 'don vi chiu trach nhiem', 'trach nhiem', 'units'],
  remedy: ['giai phap', 'bien phap khac phuc', 'khac phuc', 'remedy'],
};

function headOf(cells: readonly string[]): readonly (ColumnName | null)[] | null {
  const found = cells.map((cell) => COLUMNS.find((name) => HEADS[name].includes(foldVietnamese(cell))) ?? null);
  return found.includes('codes') && found.includes('amount') ? found : null;
}

const cellText = (cell: string): string => {
  const text = cell.trim();
  return /^".*"$/.test(text) ? text.slice(1, -1).replaceAll('""', '"').trim() : text;
};

/** "VPĐK: 66; Phòng QHGĐ: 4" – a unit without a figure weighs 1. */
function readUnits(text: string, known: readonly NamedUnit[]): PastedUnit[] {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const [, name = part, weight] = /^(.*?)\s*[:(]\s*(\d+(?:[.,]\d+)?)\s*\)?$/.exec(part) ?? [];
      const folded = foldVietnamese(name);
      const unit = known.find((one) => [one.name, one.shortName].some((own) => foldVietnamese(own) === folded));
      return { unitId: unit?.unitId ?? null, name: unit?.name ?? name, weight: (weight ?? '1').replace(',', '.') };
    });
}

/**
 * Lost points as they are pasted or read from a spreadsheet: code (or codes together), points lost, cause, units with
 * their weights, remedy; parted by tabs. A heading may name the columns in any order.
 *
 * @returns what can be recorded and, line by line, what cannot; nothing is to be recorded while there are faults
 */
export function readPastedLosses(text: string, set: CriteriaSet, units: readonly NamedUnit[]): PastedLosses {
  const lines = text
    .split(/\r?\n/)
    .map((row, at) => ({ line: at + 1, cells: row.split('\t').map(cellText) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
  const head = lines[0] ? headOf(lines[0].cells) : null;
  const columns = head ?? COLUMNS;
  const losses: PastedLoss[] = [];
  const faults: LossFault[] = [];
  for (const { line, cells } of head ? lines.slice(1) : lines) {
    const of = (name: ColumnName): string => cells[columns.indexOf(name)] ?? '';
    const codes = of('codes')
      .split(/[\s,;]+/)
      .filter(Boolean);
    const amount = readPoints(of('amount'));
    const loss = {
      codes,
      amount: amount ?? '0',
      cause: of('cause'),
      units: readUnits(of('units'), units),
      remedy: of('remedy') || null,
    };
    const weighed = loss.units.map(({ name, weight }) => ({ unit: name, weight: Number(weight) }));
    const refusal =
      amount === null
        ? { code: 'not-a-number' as const }
        : refuseLostPoint(set, { ...loss, amount: new Decimal(amount), units: weighed, tasks: [] });
    if (refusal) faults.push({ line, code: refusal.code, text: cells.join(' · ').slice(0, 120) });
    else losses.push(loss);
  }
  return { losses, faults };
}
