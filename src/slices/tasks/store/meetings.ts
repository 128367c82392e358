import { sql } from 'drizzle-orm';
import type { CivilDate } from '../../../kernel/civil-date.ts';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, MeetingId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';

export type Meeting = {
  meetingId: MeetingId;
  heldOn: CivilDate;
  firstDay: CivilDate;
  lastDay: CivilDate;
  note: string | null;
};

export async function insertMeeting(
  tx: Transaction,
  agencyId: AgencyId,
  meeting: Meeting & { createdBy: UserId; at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into task_meeting (agency_id, meeting_id, held_on, first_day, last_day, note, created_by, created_at)
    values (${agencyId}, ${meeting.meetingId}, ${meeting.heldOn}::date, ${meeting.firstDay}::date, ${meeting.lastDay}::date,
      ${meeting.note}, ${meeting.createdBy}, ${meeting.at}::timestamptz)`);
}

/** Meetings held in a span, the newest first. */
export async function findMeetings(
  db: Db,
  agencyId: AgencyId,
  span: { firstDay: CivilDate; lastDay: CivilDate },
): Promise<(Meeting & { decisions: number })[]> {
  const { rows } = await db.execute<Meeting & { decisions: number }>(sql`
    select m.meeting_id as "meetingId", m.held_on as "heldOn", m.first_day as "firstDay", m.last_day as "lastDay", m.note,
           (select count(*) from task t where t.agency_id = m.agency_id and t.meeting_id = m.meeting_id) as decisions
      from task_meeting m
     where m.agency_id = ${agencyId} and m.held_on between ${span.firstDay}::date and ${span.lastDay}::date
     order by m.held_on desc, m.meeting_id desc limit 200`);
  return rows;
}
