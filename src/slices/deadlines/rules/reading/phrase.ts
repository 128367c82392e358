import type { DayTail } from './day-tails.ts';
import type { NamedFrequency } from './frequencies.ts';
import type { Span } from './reference-list.ts';
import type { RelativePhrase } from './relatives.ts';
import type { StandingPhrase } from './standing.ts';

/** What stands in the text, before years, frequencies and days that belong together are joined. Tokens [from, next). */
export type Phrase = { readonly from: number; readonly next: number } & (
  | { readonly kind: 'dated'; readonly spans: readonly Span[] }
  | { readonly kind: 'day-of'; readonly day: number | null; readonly isBefore: boolean; readonly tail: DayTail | null }
  | { readonly kind: 'frequency'; readonly named: NamedFrequency; readonly isListed: boolean }
  | {
      readonly kind: 'weekday';
      readonly weekday: 1 | 2 | 3 | 4 | 5 | 6 | 7;
      readonly isBefore: boolean;
      readonly isOfWeek: boolean;
    }
  | { readonly kind: 'relative'; readonly relative: RelativePhrase }
  | { readonly kind: StandingPhrase['kind'] }
);
