import { createContext } from 'react';
import type { Labels } from '../on-screen.ts';
import { NO_LABELS } from './no-labels.ts';

type RecordContextValue = {
  /** Where files are sent to; null in a preview, which keeps nothing. */
  readonly registerKey: string | null;
  /** Names of what the record points to: inputs show them before anything new is chosen. */
  readonly labels: Labels;
};

export const RecordContext = createContext<RecordContextValue>({ registerKey: null, labels: NO_LABELS });
