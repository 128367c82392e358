import type { Deadline } from '../../deadline.ts';

/** A deadline in the shorthand of the phrase tables: `<day` before, `≤day` by, `from..to`, `month d25 next-month before`, `+5 day | event`. */
export function sketch(deadline: Deadline): string {
  const label = deadline.label === undefined ? '' : ` [${deadline.label}]`;
  switch (deadline.kind) {
    case 'by':
      return `${deadline.inclusive ? '≤' : '<'}${deadline.date}${label}`;
    case 'window':
      return `${deadline.from}..${deadline.to}${label}`;
    case 'continuous':
      return `continuous${label}`;
    case 'external':
      return `external: ${deadline.text}${label}`;
    case 'relative':
      return `${deadline.direction === 'after' ? '+' : '-'}${deadline.amount} ${deadline.unit} | ${deadline.event}${label}`;
    case 'recurring': {
      const { every, weekday, month, day, of, inclusive } = deadline;
      const parts = [
        every,
        weekday && `w${weekday}`,
        month && `m${month}`,
        day && `d${day}`,
        of,
        inclusive ? '' : 'before',
      ];
      return `${parts.filter(Boolean).join(' ')}${label}`;
    }
  }
}
