import type { FigureFinding } from '../../consistency/index.ts';
import type { Deadline } from '../../deadlines/index.ts';
import type { DeficitReading, Field, PlanKind, PlanReading, Signer, Target, TaskReading } from './plan-reading.ts';

/** What a record of fields says, without places and confidences. */
export type Stated<Record> = {
  [Key in keyof Record]: Record[Key] extends Field<infer Value>
    ? Value
    : Record[Key] extends readonly Field<infer Value>[]
      ? Value[]
      : Record[Key] extends readonly (infer Item)[]
        ? Stated<Item>[]
        : never;
};

/** One relation between the document's figures, without its place. */
export type FigureExchange = Pick<FigureFinding, 'relation' | 'text' | 'stated' | 'computed' | 'holds' | 'note'>;

/** The plan exchange format: docs/plan-exchange-format.md. */
export type PlanExchange = {
  readonly document: Stated<PlanReading['document']>;
  readonly result: Stated<NonNullable<PlanReading['result']>> | null;
  readonly areas: Stated<PlanReading['areas'][number]>[];
  readonly deficits: Stated<DeficitReading>[];
  readonly tasks: Stated<TaskReading>[];
  readonly obligations: Stated<PlanReading['obligations'][number]>[];
  readonly figures: FigureExchange[];
};

/** Only what the document states, in the exchange format: no places, no confidences. */
export function toExchangeFormat(reading: PlanReading): PlanExchange {
  return {
    document: { ...valuesOf(reading.document), legalBases: reading.document.legalBases.map(valuesOf) },
    result: reading.result && valuesOf(reading.result),
    areas: reading.areas.map(valuesOf),
    deficits: reading.deficits.map(valuesOf),
    tasks: reading.tasks.map(valuesOf),
    obligations: reading.obligations.map(valuesOf),
    figures: reading.figures.map(({ relation, text, stated, computed, holds, note }) => ({
      relation,
      text,
      stated,
      computed,
      holds,
      note,
    })),
  };
}

function valuesOf<Record extends object>(record: Record): Stated<Record> {
  const entries = Object.entries(record).map(([key, field]) => [key, statedValue(field)]);
  return Object.fromEntries(entries);
}

type Value = string | number | null | Deadline | Target | Signer | PlanKind;

function statedValue(field: Field<Value> | readonly Field<Value>[]): Value | Value[] {
  return isList(field) ? field.map((item) => item.value) : field.value;
}

function isList(field: Field<Value> | readonly Field<Value>[]): field is readonly Field<Value>[] {
  return Array.isArray(field);
}
