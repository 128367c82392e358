import type { Outcome } from '../../../kernel/outcome.ts';
import type { ReadingRefusal } from '../rules/reading-refusal.ts';
import type { SourceDocument } from '../rules/source-document.ts';
import type { ReadingProgress } from './progress.ts';

export type WorkerTask = { readonly bytes: Uint8Array; readonly fileName: string };

export type WorkerAnswer =
  | { readonly kind: 'progress'; readonly progress: ReadingProgress }
  | { readonly kind: 'outcome'; readonly outcome: Outcome<SourceDocument, ReadingRefusal> };
