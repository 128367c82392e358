import type { FigureFinding } from '../../consistency/index.ts';
import type { Deadline } from '../../deadlines/index.ts';
import type { Place } from './source-document.ts';

/** One value read from a document: where it stands, how sure the reading is (0–1), and what was doubtful about it. */
export type Field<Value> = {
  readonly value: Value;
  /** null where the document does not state the value. */
  readonly place: Place | null;
  readonly confidence: number;
  /** A code: 'year-assumed', 'lead-inferred', … */
  readonly doubt?: string;
};

export type Text = Field<string | null>;
export type Count = Field<number | null>;

export type PlanKind = 'remediation-plan' | 'annual-plan';
export type Signer = { readonly title: string; readonly name: string };

export type LegalBasisReading = {
  readonly type: Field<string>;
  readonly number: Text;
  readonly date: Text;
  readonly issuer: Text;
  readonly subject: Text;
};

export type HeadReading = {
  readonly kind: Field<PlanKind>;
  readonly title: Text;
  readonly agency: Text;
  readonly province: Text;
  readonly number: Text;
  readonly place: Text;
  readonly date: Text;
  readonly planYear: Count;
  readonly assessedYear: Count;
  readonly signer: Field<Signer | null>;
  readonly recipients: readonly Field<string>[];
  readonly legalBases: readonly LegalBasisReading[];
};

export type ResultReading = {
  readonly year: Count;
  readonly total: Count;
  readonly max: Count;
  readonly grade: Text;
  readonly rank: Count;
  readonly rankOf: Count;
  readonly totalChange: Count;
  readonly rankChange: Count;
};

export type AreaReading = {
  readonly ordinal: Field<number>;
  readonly name: Field<string>;
  readonly score: Count;
  readonly max: Count;
  readonly percent: Count;
  readonly criteria: Count;
  readonly subcriteria: Count;
};

export type DeficitReading = {
  readonly area: Count;
  readonly criterion: Field<string>;
  readonly score: Count;
  readonly max: Count;
  readonly reason: Text;
  readonly responsible: readonly Field<string>[];
  readonly remedy: Text;
  readonly leads: readonly Field<string>[];
  readonly coordinators: readonly Field<string>[];
  readonly deadlineText: Text;
  readonly deadlines: readonly Field<Deadline>[];
};

export type TargetOperator = '>=' | '>' | '=' | '<' | '<=' | 'range';
export type Target = {
  readonly text: string;
  readonly op: TargetOperator;
  readonly value: number;
  readonly to: number | null;
  readonly unit: string;
  /** A day, YYYY-MM-DD. */
  readonly by: string | null;
};

export type TaskReading = {
  readonly area: Count;
  readonly ordinal: Text;
  readonly title: Field<string>;
  readonly products: readonly Field<string>[];
  readonly leads: readonly Field<string>[];
  readonly coordinators: readonly Field<string>[];
  readonly deadlineText: Text;
  readonly deadlines: readonly Field<Deadline>[];
  readonly targets: readonly Field<Target>[];
};

export type ObligationReading = {
  readonly who: Text;
  readonly to: Text;
  readonly what: Field<string>;
  readonly deadlineText: Field<string>;
  readonly deadlines: readonly Field<Deadline>[];
};

/** All that was read from one plan, every value with its place and confidence. */
export type PlanReading = {
  readonly document: HeadReading;
  readonly result: ResultReading | null;
  readonly areas: readonly AreaReading[];
  readonly deficits: readonly DeficitReading[];
  readonly tasks: readonly TaskReading[];
  readonly obligations: readonly ObligationReading[];
  /** How far the document's own figures agree. */
  readonly figures: readonly FigureFinding[];
};
