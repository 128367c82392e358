import { sql } from 'drizzle-orm';
import type { Instant } from '../../../kernel/clock.ts';
import type { AgencyId, UserId } from '../../../kernel/ids.ts';
import type { Db, Transaction } from '../../../server/database.ts';
import type { NoticeLanguage } from '../rules/notice-words.ts';
import { defaultReminders, type ReminderSettings } from '../rules/reminder-settings.ts';

export type StoredSettings = ReminderSettings & {
  readonly webhookUrl: string | null;
  /** 0 while the office has the defaults. */
  readonly version: number;
};

const DEFAULTS: StoredSettings = { ...defaultReminders, webhookUrl: null, version: 0 };

export async function findSettings(db: Db, agencyId: AgencyId): Promise<StoredSettings> {
  const { rows } = await db.execute<StoredSettings>(sql`
    select lead_days as "leadDays", late_steps as "lateSteps", send_at as "sendAt", webhook_url as "webhookUrl", version
      from reminder_setting where agency_id = ${agencyId}`);
  return rows[0] ?? DEFAULTS;
}

/** @returns whether the settings still had the version that the editor saw */
export async function saveSettings(
  tx: Transaction,
  agencyId: AgencyId,
  settings: StoredSettings,
  at: Instant,
): Promise<boolean> {
  const { leadDays, lateSteps, sendAt, webhookUrl, version } = settings;
  const { rows } = await tx.execute(sql`
    insert into reminder_setting (agency_id, lead_days, late_steps, send_at, webhook_url, changed_at)
    values (${agencyId}, ${JSON.stringify(leadDays)}::jsonb, ${JSON.stringify(lateSteps)}::jsonb, ${sendAt}, ${webhookUrl},
      ${at}::timestamptz)
    on conflict (agency_id) do update set lead_days = excluded.lead_days, late_steps = excluded.late_steps,
      send_at = excluded.send_at, webhook_url = excluded.webhook_url, version = reminder_setting.version + 1,
      changed_at = excluded.changed_at
     where reminder_setting.version = ${version} returning version`);
  return (rows[0]?.version ?? 0) === version + 1;
}

export type Preference = {
  readonly email: string | null;
  readonly wantsEmail: boolean;
  readonly language: NoticeLanguage;
};

const NO_PREFERENCE: Preference = { email: null, wantsEmail: false, language: 'vi' };

export async function findPreference(db: Db, agencyId: AgencyId, userId: UserId): Promise<Preference> {
  const { rows } = await db.execute<Preference>(sql`
    select email, wants_email as "wantsEmail", language
      from notice_preference where agency_id = ${agencyId} and user_id = ${userId}`);
  return rows[0] ?? NO_PREFERENCE;
}

export async function savePreference(
  tx: Transaction,
  agencyId: AgencyId,
  userId: UserId,
  { email, wantsEmail, language, at }: Preference & { at: Instant },
): Promise<void> {
  await tx.execute(sql`
    insert into notice_preference (agency_id, user_id, email, wants_email, language, changed_at)
    values (${agencyId}, ${userId}, ${email}, ${wantsEmail}, ${language}, ${at}::timestamptz)
    on conflict (agency_id, user_id) do update set email = excluded.email, wants_email = excluded.wants_email,
      language = excluded.language, changed_at = excluded.changed_at`);
}
