import type { RegisterDeclaration } from '../index.ts';

/** Groups of the shelf in their order; the office's own come last. */
export const groups = [
  'direction',
  'institutions',
  'procedures',
  'organisation',
  'service',
  'money',
  'digital',
  'own',
] as const satisfies readonly RegisterDeclaration['group'][];
