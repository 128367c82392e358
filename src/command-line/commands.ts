/** One command of the command line: takes its words, prints, answers with the exit code (0 good, 1 refused, 2 wrong use). */
export type Command = { run: (words: readonly string[]) => Promise<number> };

/** Every command, loaded only when called so that `caicach due` does not wait for a PDF reader. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  audit: () => import('./commands/audit.ts'),
  backup: () => import('./commands/backup.ts'),
  check: () => import('./commands/check.ts'),
  criteria: () => import('./commands/criteria.ts'),
  deadlines: () => import('./commands/deadlines.ts'),
  due: () => import('./commands/due.ts'),
  remind: () => import('./commands/remind.ts'),
  restore: () => import('./commands/restore.ts'),
  score: () => import('./commands/score.ts'),
  compare: () => import('./commands/compare.ts'),
  read: () => import('./commands/read.ts'),
};
