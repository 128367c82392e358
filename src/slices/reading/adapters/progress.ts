/** How far a long reading has come. */
export type ReadingProgress = {
  readonly page: number;
  readonly pageCount: number;
  readonly step: 'text' | 'recognition';
};

export type OnProgress = (progress: ReadingProgress) => void;
