import type { Outcome } from '../../../kernel/outcome.ts';
import type { PlanReading } from '../rules/plan-reading.ts';
import type { ReadingRefusal } from '../rules/reading-refusal.ts';
import type { SourceDocument } from '../rules/source-document.ts';
import type { ReadingProgress } from './progress.ts';

/** What the worker is asked for: only the blocks of the file, or also the plan that is read from them. */
export type Wanted = 'document' | 'plan';

export type WorkerTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly wanted: Wanted };

/** `reading` is there when the plan was asked for. */
export type WorkerResult = { readonly source: SourceDocument; readonly reading: PlanReading | null };

/** One page that a person wants to see, from 1. */
export type PageTask = { readonly bytes: Uint8Array; readonly fileName: string; readonly page: number };

/** A page as a WebP picture of `PAGE_DPI`. */
export type PagePicture = { readonly webp: Uint8Array };

export type WorkerAnswer<Result = WorkerResult> =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome<Result, ReadingRefusal> };
