import { civilDate } from '../../kernel/civil-date.ts';
import type { UnitId, UserId } from '../../kernel/ids.ts';
import type { Role } from '../../slices/identity/index.ts';
import { hashPassword, insertUser } from '../../slices/identity/server.ts';
import { appointHead } from '../../slices/units/server.ts';
import type { Context } from '../context.ts';
import type { Person } from '../http.ts';

type Account = { username: string; title: string; role: Role; unitId: UnitId };

const head = (username: string, name: string, unitId: UnitId): Account => ({
  username,
  title: `Lãnh đạo ${name}`,
  role: 'unit-head',
  unitId,
});
const specialist = (username: string, name: string, unitId: UnitId): Account => ({
  username,
  title: `Chuyên viên ${name}`,
  role: 'specialist',
  unitId,
});

/** One password for all of them: it is printed at the start, on loopback only. */
export const yearPassword = 'mau-don-vi-2026';

/** Who heads and works in the other units. Phòng Đăng ký Thống kê has nobody at its head, as happens. */
export const yearAccounts: readonly Account[] = [
  head('vanphong', 'Văn phòng Sở', 'unit_vanphong'),
  head('thanhtra', 'Thanh tra Sở', 'unit_thanhtra'),
  head('khtc', 'Phòng KH-TC', 'unit_khtc'),
  head('qhgd', 'Phòng QHGĐ', 'unit_qhgd'),
  head('kstnn', 'Phòng KS-TNN', 'unit_kstnn'),
  head('bvmt', 'CC BVMT', 'unit_ccbvmt'),
  head('cntt', 'TT CNTT', 'unit_cntt'),
  head('ptqd', 'TT PTQĐ', 'unit_ptqd'),
  head('quybvmt', 'Quỹ BVMT', 'unit_qbvmt'),
  specialist('cv.vanphong', 'Văn phòng Sở', 'unit_vanphong'),
  specialist('cv.thanhtra', 'Thanh tra Sở', 'unit_thanhtra'),
  specialist('cv.khtc', 'Phòng KH-TC', 'unit_khtc'),
  specialist('cv.bvmt', 'CC BVMT', 'unit_ccbvmt'),
  specialist('cv.cntt', 'TT CNTT', 'unit_cntt'),
];

const FIRST_DAY = civilDate('2026-01-05');

/** A person as a session would say, for the actions of the story. */
export function personOf(
  agencyId: Person['agencyId'],
  account: Account | (Omit<Account, 'unitId'> & { unitId: UnitId | null }),
): Person {
  const { username, title, role, unitId } = account;
  return {
    agencyId,
    userId: `user_${username}`,
    sessionId: 'session_sample',
    username,
    displayName: title,
    role,
    mustChangePassword: false,
    unitId,
    unitIds: unitId === null ? [] : [unitId],
  };
}

/** Makes the accounts and appoints the heads of the units. */
export async function seedYearPeople(context: Context, administrator: Person): Promise<void> {
  const { agencyId } = administrator;
  const passwordHash = await hashPassword(yearPassword);
  await context.database.transaction(async (tx) => {
    for (const { username, title, role, unitId } of yearAccounts) {
      const userId: UserId = `user_${username}`;
      const user = { agencyId, userId, username, displayName: title, role, unitId };
      await insertUser(tx, { ...user, passwordHash, mustChangePassword: false }, context.clock.now());
    }
  });
  const heads = [
    ...yearAccounts.filter(({ role }) => role === 'unit-head'),
    { username: 'truongphong', unitId: 'unit_vpdk' as const },
    { username: 'giamdoc', unitId: 'unit_lanhdao' as const },
  ];
  for (const { username, unitId } of heads) {
    const appointed = await appointHead(context, administrator, {
      unitId,
      userId: `user_${username}`,
      validFrom: FIRST_DAY,
    });
    if (!appointed.ok) throw new Error(`the sample has no head of ${unitId}: ${appointed.refusal.code}`);
  }
}
