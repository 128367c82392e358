import { expect, test } from 'vitest';
import { agreedEdges, makeRules } from './boundaries.ts';

const rules = makeRules(agreedEdges('- scoring → criteria: a score is made with a set'));
const broken = (from: string, to: string): string[] =>
  rules.filter(([, , breaks]) => breaks(from, to)).map(([name]) => name);

test.each([
  { from: 'src/kernel/ids.ts', to: 'src/slices/plan/index.ts', rule: 'kernel-stands-alone' },
  { from: 'src/slices/plan/rules/late.ts', to: 'node:fs', rule: 'rules-are-pure' },
  { from: 'src/slices/plan/rules/late.ts', to: 'src/slices/plan/store/tasks.ts', rule: 'rules-are-pure' },
  {
    from: 'src/slices/plan/actions/accept.ts',
    to: 'src/slices/units/store/units.ts',
    rule: 'slices-by-the-front-door',
  },
  { from: 'src/slices/plan/actions/accept.ts', to: 'drizzle-orm', rule: 'sql-only-in-store' },
  { from: 'src/slices/plan/screens/Plan.tsx', to: 'src/server/database.ts', rule: 'screens-stay-in-the-browser' },
  { from: 'src/slices/plan/store/plan.ts', to: 'src/testing/database.ts', rule: 'no-test-code-in-product' },
  {
    from: 'src/slices/reading/actions/load.ts',
    to: 'src/slices/reading/adapters/read-bytes.ts',
    rule: 'adapters-behind-the-server-face',
  },
  { from: 'src/slices/units/actions/rename.ts', to: 'src/slices/plan/server.ts', rule: 'tiers' },
  { from: 'src/slices/reading/rules/read.ts', to: 'src/slices/deadlines/index.ts', rule: 'tiers' },
])('$from may not import $to', ({ from, to, rule }) => {
  expect(broken(from, to)).toContain(rule);
});

test.each([
  { from: 'src/slices/scoring/rules/score.ts', to: 'src/slices/criteria/index.ts' },
  { from: 'src/slices/plan/actions/accept.ts', to: 'src/slices/units/server.ts' },
  { from: 'src/slices/plan/store/plan.ts', to: 'drizzle-orm' },
  { from: 'src/slices/reading/server.ts', to: 'src/slices/reading/adapters/read-bytes.ts' },
  { from: 'src/slices/plan/rules/late.ts', to: 'src/kernel/civil-date.ts' },
])('$from may import $to', ({ from, to }) => {
  expect(broken(from, to)).toEqual([]);
});
