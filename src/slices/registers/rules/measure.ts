import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { UnitId } from '../../../kernel/ids.ts';
import type { Texts } from './declaration.ts';

/** "tasks.on-time", "register:legal-drafts.complete": the source, a point, the name inside it. */
export type MeasureKey = `${string}.${string}`;

/** A named number that a slice offers, whoever computes it: registers, tasks, reports, dossiers. */
export type MeasureDefinition = {
  readonly key: MeasureKey;
  readonly label: Texts;
  /** What `MeasureFigures` carries: a share has a numerator and a denominator, lateness its three counts. */
  readonly kind: 'count' | 'share' | 'sum' | 'average' | 'latest' | 'lateness';
  /** "%", "đồng", "điểm" … or null for a plain count. */
  readonly unit: string | null;
  readonly target: { readonly op: '>=' | '>' | '=' | '<' | '<='; readonly value: string } | null;
  /** Leaves of the sample set that it is made for: what the leaf page offers first. */
  readonly leaves: readonly string[];
  /** Event of a deduction, part of a checklist, level of stages that it fills, from 0; several measures fill one leaf. */
  readonly place?: number;
};

/** Exact decimals as text; only the figures of the measure's kind are there. Zero records is zero, not "no data". */
export type MeasureFigures = {
  readonly numerator?: string;
  readonly denominator?: string;
  readonly count?: string;
  readonly value?: string;
  readonly expected?: string;
  readonly late?: string;
  readonly missing?: string;
};

/** Whose number, over which days (both included), as of which day. */
export type MeasureScope = {
  readonly unitId: UnitId | null;
  readonly firstDay: CivilDate;
  readonly lastDay: CivilDate;
  readonly today: CivilDate;
};

/** A number with the moment it was taken and the address of the records behind it. `null` figures: no data at all. */
export type MeasureReading = {
  readonly figures: MeasureFigures | null;
  readonly extractedAt: Instant;
  readonly address: string;
};

/** One point of a line or one row of a table: a month ("2026-03") or a unit, with its figures. */
export type MeasureCell = {
  readonly month: string | null;
  readonly unitId: UnitId | null;
  readonly figures: MeasureFigures;
};
