/** "7, 3, 1" as numbers, or null where something else is typed; nothing typed is no day. */
export function readDays(typed: string): number[] | null {
  const words = typed.split(/[,;\s]+/).filter(Boolean);
  return words.every((word) => /^\d{1,2}$/.test(word)) ? words.map(Number) : null;
}

export function writeDays(days: readonly number[]): string {
  return days.join(', ');
}
