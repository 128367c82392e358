import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { civilDate } from '../kernel/civil-date.ts';
import type { AgencyId, UnitId, UserId } from '../kernel/ids.ts';
import { appendAudit } from '../slices/audit/server.ts';
import type { Role } from '../slices/identity/index.ts';
import { findAgency, hasAnyUser, hashPassword, insertAgency, insertUser } from '../slices/identity/server.ts';
import { type SeedTie, seedPlan, seedTies } from '../slices/plan/server.ts';
import type { UnitKind } from '../slices/units/index.ts';
import { insertUnit, saveAlias } from '../slices/units/server.ts';
import type { Context } from './context.ts';
import type { Db } from './database.ts';
import type { Person } from './http.ts';
import { seedSampleIndex } from './sample-index.ts';
import { seedIndexRecords } from './sample-index-records.ts';
import { seedSampleRegisters } from './sample-registers.ts';
import { seedSampleReports } from './sample-reports.ts';
import { personOf } from './sample-year/people.ts';
import { pastContext } from './sample-year/telling.ts';
import { seedSampleYear } from './sample-year.ts';

export const sampleAgency: AgencyId = 'agency_sample';

type SampleUnit = { unitId: UnitId; name: string; shortName: string; kind: UnitKind; aliases?: readonly string[] };

/** A department of the kind that DESIGN.md speaks of, before the mergers of 2025. */
export const sampleUnits: readonly SampleUnit[] = [
  { unitId: 'unit_lanhdao', name: 'Lãnh đạo Sở', shortName: 'Lãnh đạo Sở', kind: 'leadership' },
  { unitId: 'unit_vanphong', name: 'Văn phòng Sở', shortName: 'VP Sở', kind: 'office', aliases: ['Văn phòng'] },
  { unitId: 'unit_thanhtra', name: 'Thanh tra Sở', shortName: 'Thanh tra', kind: 'inspectorate' },
  { unitId: 'unit_khtc', name: 'Phòng Kế hoạch - Tài chính', shortName: 'Phòng KH-TC', kind: 'division' },
  { unitId: 'unit_qhgd', name: 'Phòng Quy hoạch - Giao đất', shortName: 'Phòng QHGĐ', kind: 'division' },
  { unitId: 'unit_dktk', name: 'Phòng Đăng ký Thống kê', shortName: 'Phòng ĐKTK', kind: 'division' },
  { unitId: 'unit_kstnn', name: 'Phòng Khoáng sản - Tài nguyên nước', shortName: 'Phòng KS-TNN', kind: 'division' },
  { unitId: 'unit_ccbvmt', name: 'Chi cục Bảo vệ môi trường', shortName: 'CC BVMT', kind: 'branch' },
  {
    unitId: 'unit_vpdk',
    name: 'Văn phòng Đăng ký đất đai',
    shortName: 'VPĐK đất đai',
    kind: 'branch',
    aliases: ['VPĐK'],
  },
  { unitId: 'unit_cntt', name: 'Trung tâm Công nghệ thông tin', shortName: 'TT CNTT', kind: 'center' },
  { unitId: 'unit_ptqd', name: 'Trung tâm Phát triển quỹ đất', shortName: 'TT PTQĐ', kind: 'center' },
  { unitId: 'unit_qbvmt', name: 'Quỹ Bảo vệ môi trường', shortName: 'Quỹ BVMT', kind: 'fund' },
];

type SampleAccount = { username: string; password: string; title: string; role: Role; unitId: UnitId | null };

/** Offices, not people: no personal names in the sample. Printed at the start, on loopback only. */
export const sampleAccounts: readonly SampleAccount[] = [
  {
    username: 'quantri',
    password: 'mau-quan-2026',
    title: 'Quản trị hệ thống',
    role: 'administrator',
    unitId: 'unit_vanphong',
  },
  {
    username: 'cchc',
    password: 'mau-chuyen-vien',
    title: 'Chuyên viên CCHC',
    role: 'par-officer',
    unitId: 'unit_vanphong',
  },
  { username: 'giamdoc', password: 'mau-lanh-dao-so', title: 'Lãnh đạo Sở', role: 'director', unitId: 'unit_lanhdao' },
  {
    username: 'truongphong',
    password: 'mau-dat-dai-2026',
    title: 'Lãnh đạo VPĐK đất đai',
    role: 'unit-head',
    unitId: 'unit_vpdk',
  },
  {
    username: 'chuyenvien',
    password: 'mau-thu-ly-2026',
    title: 'Chuyên viên VPĐK đất đai',
    role: 'specialist',
    unitId: 'unit_vpdk',
  },
  { username: 'thamdinh', password: 'mau-hoi-dong-tinh', title: 'Hội đồng thẩm định', role: 'appraiser', unitId: null },
  { username: 'khach', password: 'mau-chi-xem-2026', title: 'Người xem', role: 'reader', unitId: null },
];

const SYSTEM = { agencyId: sampleAgency, actorId: null, actorName: 'Dữ liệu mẫu' } as const;

const samplePlan = join(import.meta.dirname, '..', '..', 'sample', 'plans', 'ke-hoach-cai-thien-2026.txt');

/** Six of the twelve losses have a task; the others stand out as uncovered. */
const sampleTies: readonly SeedTie[] = [
  { criterion: 'báo cáo định kỳ', task: 'Gửi báo cáo CCHC định kỳ' },
  { criterion: 'hình thức tuyên truyền', task: 'tọa đàm trực tuyến' },
  { criterion: 'Sáng kiến', task: 'sáng kiến cải cách' },
  { criterion: 'Kết quả giải quyết hồ sơ', task: 'hồ sơ sắp đến hạn' },
  { criterion: 'kiến nghị thanh tra', task: 'kiến nghị của thanh tra' },
  { criterion: 'An toàn hệ thống', task: 'phương án bảo vệ hệ thống' },
];

/** The PAR officer of the sample, who takes the sample plan in. */
export const samplePerson: Person = personOfAccount('cchc');

function personOfAccount(username: string): Person {
  const account = sampleAccounts.find((one) => one.username === username);
  if (!account) throw new Error(`no sample account ${username}`);
  return personOf(sampleAgency, account);
}

/** Whether the sample department, whose passwords everybody knows, is in the database. */
export async function hasSample(db: Db): Promise<boolean> {
  return (await findAgency(db, sampleAgency)) !== null;
}

/** The day on which the sample plan was issued and taken in. */
const planDay = civilDate('2026-01-22');

/** Makes the sample department in an empty database, a year of its registers and tasks included. @returns whether it did */
export async function seedSample(context: Context): Promise<boolean> {
  const past = pastContext(context);
  past.moveTo(planDay);
  const isNew = await seedSampleOffice(context, past.context);
  if (isNew) {
    const records = await seedSampleRegisters(context, samplePerson);
    const people = sampleAccounts.map((account) => personOf(sampleAgency, account));
    await seedSampleYear(past, { administrator: personOfAccount('quantri'), officer: samplePerson, people, records });
    await seedIndexRecords(context, samplePerson);
  }
  return isNew;
}

/**
 * The sample department with empty registers: what most tests start from.
 *
 * @param planned where the clock stands when the plan is taken in
 * @returns whether it did
 */
export async function seedSampleOffice(context: Context, planned: Context = context): Promise<boolean> {
  const { database, clock } = context;
  if (await hasAnyUser(database)) return false;
  const now = clock.now();
  const hashes = await Promise.all(sampleAccounts.map(({ password }) => hashPassword(password)));
  await database.transaction(async (tx) => {
    const agency = {
      agencyId: sampleAgency,
      name: 'Sở Tài nguyên và Môi trường',
      shortName: 'STNMT',
      province: 'tỉnh mẫu',
    };
    await insertAgency(tx, agency, now);
    for (const [position, { aliases = [], ...unit }] of sampleUnits.entries()) {
      const span = { parentId: null, validFrom: civilDate('2020-01-01'), validTo: null };
      await insertUnit(tx, sampleAgency, { ...unit, ...span, position });
      for (const alias of aliases) await saveAlias(tx, sampleAgency, { alias, unitId: unit.unitId, origin: 'typed' });
    }
    for (const [place, { username, title, role, unitId }] of sampleAccounts.entries()) {
      const userId: UserId = `user_${username}`;
      const passwordHash = hashes[place] ?? '';
      const user = {
        agencyId: sampleAgency,
        userId,
        username,
        displayName: title,
        role,
        unitId,
        passwordHash,
        mustChangePassword: false,
      };
      await insertUser(tx, user, now);
    }
    await appendAudit(tx, SYSTEM, now, [
      {
        action: 'agency.create',
        subjectKind: 'agency',
        subjectId: sampleAgency,
        after: { name: agency.name, units: sampleUnits.length },
      },
    ]);
  });
  const document = { name: 'ke-hoach-cai-thien-2026.txt', bytes: await readFile(samplePlan) };
  const planId = await seedPlan(planned, samplePerson, document);
  await seedTies(planned, samplePerson, planId, sampleTies);
  await seedSampleIndex(context, samplePerson);
  await seedSampleReports(context, samplePerson);
  return true;
}
