/** "30/9" → "09-30"; what is no day of a year stays as typed, so that the fault is said beside it. */
export function readCheckpoint(text: string): string | undefined {
  const [, day, month] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*$/.exec(text) ?? [];
  if (text.trim() === '') return undefined;
  return day && month ? `${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text.trim();
}

/** "09-30" → "30/09" */
export const writeCheckpoint = (closesOn: string): string =>
  /^\d\d-\d\d$/.test(closesOn) ? closesOn.split('-').reverse().join('/') : closesOn;
