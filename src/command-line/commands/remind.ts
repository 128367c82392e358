import process from 'node:process';
import { type CivilDate, formatDay, parseCivilDate } from '../../kernel/civil-date.ts';
import { waitingSources } from '../../server/all-sources.ts';
import type { Context } from '../../server/context.ts';
import { findAuditedAgencies } from '../../slices/audit/server.ts';
import { noticeText } from '../../slices/notifications/index.ts';
import {
  deliverAgency,
  makeChannels,
  type PlannedDay,
  planDay,
  remindAgency,
} from '../../slices/notifications/server.ts';
import { withContext } from '../with-context.ts';

const USAGE = `Dùng (usage): caicach remind [--day YYYY-MM-DD] [--dry-run]
Lập các thư nhắc việc của một ngày và gửi đi (make a day's digests and send them). --dry-run: chỉ in ra (only print).
`;

type Options = { readonly day: CivilDate | null; readonly isDry: boolean };

function readOptions(words: readonly string[]): Options | null {
  let day: CivilDate | null = null;
  let isDry = false;
  for (let place = 0; place < words.length; place += 1) {
    const word = words[place];
    if (word === '--dry-run') isDry = true;
    else if (word === '--day') {
      place += 1;
      day = parseCivilDate(words[place] ?? '');
      if (day === null) return null;
    } else return null;
  }
  return { day, isDry };
}

function tellPlan({ digests }: PlannedDay): void {
  for (const { userId, lines } of digests) {
    process.stdout.write(`  ${userId}: ${lines.length}\n`);
    for (const { item, reason, daysLeft } of lines) {
      if (item.dueOn === null) continue;
      const facts = { reason, daysLeft, step: item.step, dueOn: item.dueOn, points: item.points };
      process.stdout.write(`    - ${item.title}: ${noticeText(facts, 'vi')}\n`);
    }
  }
}

async function remindAll(context: Context, { day, isDry }: Options): Promise<number> {
  const on = day ?? context.clock.today();
  const channels = makeChannels(context);
  for (const { agencyId, name } of await findAuditedAgencies(context.database)) {
    const plan = isDry ? await planDay(context, waitingSources, agencyId, on) : null;
    const made = plan
      ? { ...plan, digests: plan.digests.length, notices: plan.digests.reduce((sum, one) => sum + one.lines.length, 0) }
      : await remindAgency(context, waitingSources, agencyId, on);
    const words = made.isDayOff
      ? 'ngày nghỉ, không nhắc (a day off: silent)'
      : `${made.digests} người (people), ${made.notices} dòng (lines)${isDry ? ', chưa ghi gì (nothing written)' : ''}`;
    process.stdout.write(`${name}, ${formatDay(on)}: ${words}\n`);
    if (plan) tellPlan(plan);
    else await deliverAgency(context, channels, agencyId);
  }
  return 0;
}

/** `caicach remind [--day YYYY-MM-DD] [--dry-run]` @returns 0 when done, 1 when the database cannot be opened, 2 for wrong use */
export async function run(words: readonly string[]): Promise<number> {
  const options = readOptions(words);
  if (options === null) {
    process.stderr.write(USAGE);
    return 2;
  }
  return withContext((context) => remindAll(context, options));
}
