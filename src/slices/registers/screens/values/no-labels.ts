import type { Labels } from '../on-screen.ts';

export const NO_LABELS: Labels = { units: {}, people: {}, links: {}, files: {} };
