import { createContext } from 'react';
import { NO_LABELS } from './no-labels.ts';

/** Names of what the record of a form points to: inputs of links and files show them before anything new is chosen. */
export const LabelsContext = createContext(NO_LABELS);
