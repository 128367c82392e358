import type { ReadingRefusal } from '../rules/reading-refusal.ts';

/** Carries a refusal out of the depths of a parser; `readBytes` turns it back into a value. Never leaves the adapters. */
export class ReadingRefused extends Error {
  readonly refusal: ReadingRefusal;

  constructor(refusal: ReadingRefusal) {
    super(refusal.code);
    this.refusal = refusal;
  }
}
