import type { Role } from '../../identity/index.ts';
import type { Filter } from './filter.ts';

/** One text in both languages of the product. */
export type Texts = { readonly vi: string; readonly en: string };

/** What every field of a register says of itself. */
type FieldBase = {
  readonly label: Texts;
  readonly help?: Texts;
  readonly required?: boolean;
  /** Personal data: masked where the reader has no need of it, never public, never in a log or an audit text. */
  readonly isPersonal?: boolean;
  /** May stand on the public page. */
  readonly isPublic?: boolean;
  /** Roles that see the field; everybody who sees the record where it is left out. */
  readonly seenBy?: readonly Role[];
  /** Roles that may change the field; everybody who may change the record where it is left out. */
  readonly changedBy?: readonly Role[];
  /** Shown as a column of the list before anybody chooses columns. */
  readonly isColumn?: boolean;
};

/** The closed list of field kinds. A new kind does not compile until storage, form, list, import and export know it. */
export type Field = FieldBase &
  (
    | { readonly kind: 'text' | 'long-text'; readonly maxLength?: number }
    | { readonly kind: 'number'; readonly decimals?: number; readonly min?: number; readonly max?: number }
    /** Whole đồng. */
    | { readonly kind: 'money' }
    /** 0–100 and beyond where a plan may be exceeded; decimal text. */
    | { readonly kind: 'percent'; readonly decimals?: number; readonly max?: number }
    | { readonly kind: 'day' | 'instant' | 'yes-no' | 'unit' | 'person' }
    | {
        readonly kind: 'choice';
        /** Key → text. An option that is no longer offered stays readable: `retired` names it. */
        readonly options: Readonly<Record<string, Texts>>;
        readonly retired?: readonly string[];
        readonly isMultiple?: boolean;
      }
    /** An official document: number, day, issuer, subject. */
    | { readonly kind: 'document' }
    | { readonly kind: 'files'; readonly atMost?: number }
    /** A record of another register, by its key. */
    | { readonly kind: 'link'; readonly register: string; readonly isMultiple?: boolean }
    /** Never entered: an expression over other fields with + - * / ( ), min, max, round, ceil (docs/register-format.md). */
    | { readonly kind: 'computed'; readonly formula: string; readonly as: 'number' | 'percent' | 'money' | 'day' }
  );

/** When a record is due. */
export type DueRule<Name extends string = string> =
  /** A day that the record itself carries. */
  | { readonly field: Name; readonly inclusive?: boolean; readonly extendedBy?: Name }
  /** So many days, working days or months after (or before) a day of the record. */
  | {
      readonly relativeTo: Name;
      readonly amount: number;
      readonly unit: 'working-day' | 'day' | 'month';
      readonly direction?: 'after' | 'before';
      readonly extendedBy?: Name;
    }
  /** A deadline in words, read by the deadlines slice; its year is that of the field. */
  | { readonly phrase: string; readonly yearOf: Name }
  /** By the value of a choice; `otherwise` where none fits. */
  | {
      readonly by: Name;
      readonly cases: Readonly<Record<string, DueRule<Name>>>;
      readonly otherwise?: DueRule<Name>;
    };

/**
 * A further deadline of a record beside its main one (an answer is due, then its publication). Measures and filters name
 * it; it reminds like the main one.
 */
export type Clock<Name extends string = string> = {
  readonly label: Texts;
  /** "first-due-day": the main deadline as it was first set, before any extension. */
  readonly due: DueRule<Name | 'first-due-day'>;
  /** Day field that stops this clock. */
  readonly finishedOn: Name;
  /** Records it runs for; all where it is left out. */
  readonly where?: Filter;
  readonly remindBefore?: readonly number[];
};

/** A step of a record's life. Late is never a step: it is derived from the due day. */
export type Step = {
  readonly label: Texts;
  /** The record needs nothing more. */
  readonly isEnd?: boolean;
  /** Fields that must be filled before a record may stand here. */
  readonly needs?: readonly string[];
  /** Steps that may follow; every one where it is left out. */
  readonly next?: readonly string[];
};

/** A named number made of the records (docs/glossary.md "measure"). */
export type RegisterMeasure<Name extends string = string> = {
  readonly label: Texts;
  /** Lateness: of the records due in the period those expected, finished late, and missing (open past their day). */
  readonly kind: 'count' | 'share' | 'sum' | 'average' | 'latest' | 'lateness';
  /** Field that is summed, averaged or taken; for a share of sums, the field summed above and below the line. */
  readonly of?: Name;
  /** Field summed below the line, where a share divides one field by another (disbursed / planned). */
  readonly dividedBy?: Name;
  /** Records that count; above the line of a share, where they are looked for among those below it. */
  readonly where?: Filter;
  /** Records below the line of a share; all of the period where it is left out. */
  readonly among?: Filter;
  /** Counts each value of this field once instead of each record, above and below the line ("how many forms"). */
  readonly distinct?: Name;
  /** Below the line stand the agency's units on the last day, its leadership apart, whether they have a record or not. */
  readonly outOf?: 'units';
  /** Day field that decides the period; the due day or the day of entry by these two names. */
  readonly periodBy: Name | 'due-day' | 'created-day';
  /** Clock whose due day "due-day" and whose timing "lateness" mean; the main deadline where it is left out. */
  readonly clock?: string;
  /** Checkpoint within the year, "MM-DD": what comes after it does not count ("disbursed by 30/9"). */
  readonly closesOn?: string;
  readonly byUnit?: Name;
  readonly unit?: '%' | 'đồng' | 'điểm' | 'ngày' | Texts;
  readonly target?: { readonly op: '>=' | '>' | '=' | '<' | '<='; readonly value: string };
  /** Leaves of the sample set that this number feeds (`leaf-input.ts` says how). */
  readonly leaves?: readonly string[];
  /** Where the leaf's rule has several places: event of a deduction, part of a checklist, level of stages; from 0. */
  readonly place?: number;
};

/** A register as data: everything that the engine needs to store, show, import, guard and measure a list. */
export type RegisterDeclaration = {
  readonly key: string;
  /** Raised when the declaration changes; records keep values of fields that are gone. */
  readonly version: number;
  readonly name: Texts;
  readonly purpose: Texts;
  readonly group:
    | 'direction'
    | 'institutions'
    | 'procedures'
    | 'organisation'
    | 'service'
    | 'money'
    | 'digital'
    | 'own';
  readonly fields: Readonly<Record<string, Field>>;
  /** Field whose words name the record in lists, links and notices. */
  readonly title: string;
  /** Unit field that says whose record it is: reach "own" goes by it. */
  readonly owner: string;
  /** Person field: who has the record in hand. */
  readonly holder?: string;
  readonly due?: DueRule;
  readonly clocks?: Readonly<Record<string, Clock>>;
  readonly steps?: Readonly<Record<string, Step>>;
  readonly firstStep?: string;
  /** Day field that says when the record was finished; lateness is told against it. */
  readonly finishedOn?: string;
  /** Fields that together may stand only once. */
  readonly unique?: readonly (readonly string[])[];
  /** Roles that see the register at all; everybody with register.read where it is left out. */
  readonly seenBy?: readonly Role[];
  /** Working days before the due day on which the holder is reminded. */
  readonly remindBefore?: readonly number[];
  readonly measures?: Readonly<Record<string, RegisterMeasure>>;
};

/** An official document as a field keeps it. */
export type OfficialDocument = {
  readonly number: string;
  /** YYYY-MM-DD */
  readonly date: string | null;
  readonly issuer: string | null;
  readonly subject: string | null;
};

type ValueOf<One extends Field> = One extends { kind: 'yes-no' }
  ? boolean
  : One extends { kind: 'choice'; options: infer Options }
    ? One extends { isMultiple: true }
      ? readonly (keyof Options)[]
      : keyof Options
    : One extends { kind: 'document' }
      ? OfficialDocument
      : One extends { kind: 'files' }
        ? readonly string[]
        : One extends { kind: 'link'; isMultiple: true }
          ? readonly string[]
          : string;

type Stored<Fields> = {
  [Name in keyof Fields as Fields[Name] extends { kind: 'computed' } ? never : Name]: Fields[Name];
};

/**
 * The values of a record, inferred from the declaration: texts, decimal texts, days (YYYY-MM-DD), instants and
 * identifiers are strings. Absent is null, never an empty text.
 */
export type ValuesOf<Declaration extends { fields: Readonly<Record<string, Field>> }> = {
  readonly [Name in keyof Stored<Declaration['fields']>]: Declaration['fields'][Name] extends Field
    ? Declaration['fields'][Name] extends { required: true }
      ? ValueOf<Declaration['fields'][Name]>
      : ValueOf<Declaration['fields'][Name]> | null
    : never;
};

/** Declares a register in code: the declaration keeps its literal types, so that `ValuesOf` can infer the record. */
export function declareRegister<
  const Fields extends Readonly<Record<string, Field>>,
  const Rest extends Omit<RegisterDeclaration, 'fields'>,
>(
  declaration: Rest & {
    readonly fields: Fields;
    readonly title: keyof Fields & string;
    readonly owner: keyof Fields & string;
    readonly finishedOn?: keyof Fields & string;
    readonly due?: DueRule<keyof Fields & string>;
    readonly clocks?: Readonly<Record<string, Clock<keyof Fields & string>>>;
    readonly measures?: Readonly<Record<string, RegisterMeasure<keyof Fields & string>>>;
  },
): Rest & { readonly fields: Fields } {
  return declaration;
}
