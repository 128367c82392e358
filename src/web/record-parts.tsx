import { RecordTasks } from '../slices/tasks/screens/RecordTasks.tsx';

export type RecordOnPage = { registerKey: string; recordId: string; title: string; unitId: string | null };

/** Registers whose records are work that is handed out: UBND tỉnh's tasks, conclusions, recommendations. */
const HANDED_OUT: readonly string[] = ['assigned-tasks', 'findings', 'audit-recommendations'];

/** What slices above the registers show on the page of a record. A slice adds its part here. */
export function RecordParts({ record }: { record: RecordOnPage }) {
  return HANDED_OUT.includes(record.registerKey) ? <RecordTasks {...record} /> : null;
}
