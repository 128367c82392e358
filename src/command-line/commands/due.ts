import process from 'node:process';
import { z } from 'zod';
import { type DueRefusal, dueAfter, parseOfficeMoment, SHIPPED_CALENDAR } from '../../slices/calendar/index.ts';
import { answerLines, parseObject } from '../json-lines.ts';

type Refused = { readonly refused: { readonly code: string; readonly message: string } };

const Asked = z.object({
  from: z.string(),
  amount: z.number(),
  unit: z.enum(['working-day', 'working-hour', 'day', 'month']),
  direction: z.enum(['after', 'before']),
});

const refused = (code: string, message: string): Refused => ({ refused: { code, message } });

const MESSAGES: Readonly<Record<string, string>> = {
  from: '“from” phải là thời điểm như 2024-02-05T09:00 (a moment such as 2024-02-05T09:00)',
  amount: '“amount” phải là số (a number)',
  unit: '“unit” phải là working-day, working-hour, day hoặc month',
  direction: '“direction” phải là after hoặc before',
};

function messageOf(refusal: DueRefusal): Refused {
  if (refusal.code === 'calendar-gap') {
    const { missingYear } = refusal;
    return refused(
      refusal.code,
      `Lịch làm việc chưa có năm ${missingYear} (the calendar lacks the year ${missingYear})`,
    );
  }
  return refused(refusal.code, 'Số lượng phải là số nguyên không âm, hợp lý (a whole number, not negative, in reason)');
}

/** `{"from", "amount", "unit", "direction"}` → `{"due"}` by the shipped calendar, or `{"refused"}` with the reason. */
export function answerDue(line: string): { due: string } | Refused {
  const asked = parseObject(line);
  if (!asked) return refused('bad-line', 'Dòng không phải là một đối tượng JSON (the line is not a JSON object)');
  const parsed = Asked.safeParse(asked);
  if (!parsed.success) {
    const field = String(parsed.error.issues[0]?.path[0] ?? 'from');
    return refused(`bad-${field}`, MESSAGES[field] ?? field);
  }
  const { from, ...period } = parsed.data;
  const moment = parseOfficeMoment(from);
  if (!moment) return refused('bad-from', MESSAGES.from ?? '');
  const due = dueAfter(SHIPPED_CALENDAR, moment, period);
  return due.ok ? { due: due.value } : messageOf(due.refusal);
}

export async function run(words: readonly string[]): Promise<number> {
  if (words.length === 1 && words[0] === '--jsonl') return answerLines(answerDue);
  process.stderr.write(
    'caicach due --jsonl < DÒNG.jsonl   mỗi dòng (each line): {"from": "2024-02-05T09:00", "amount": 5, "unit": "working-day", "direction": "after"}\n',
  );
  return 2;
}
