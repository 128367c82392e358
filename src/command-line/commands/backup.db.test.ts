import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openEmbeddedDatabase } from '../../server/embedded-database.ts';
import { migrateUp } from '../../server/migrations.ts';
import { appendAudit } from '../../slices/audit/server.ts';
import { insertAgency } from '../../slices/identity/server.ts';
import { makeClock } from '../../testing/app.ts';
import { run as audit } from './audit.ts';
import { run as backup } from './backup.ts';
import { run as restore } from './restore.ts';

const agencyId = 'agency_of_test';

describe('backup, restore and audit verify on the command line', () => {
  let folder: string;
  let archive: string;
  let printed: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'caicach-commands-'));
    archive = join(folder, 'sao-luu.tar.gz');
    const database = await openEmbeddedDatabase(join(folder, 'first'));
    await migrateUp(database);
    const now = makeClock('2026-11-20T01:00:00Z').now();
    await database.transaction(async (tx) => {
      await insertAgency(tx, { agencyId, name: 'Sở Thử nghiệm', shortName: 'STN', province: 'tỉnh mẫu' }, now);
      const fact = { action: 'agency.create', subjectKind: 'agency', subjectId: agencyId };
      await appendAudit(tx, { agencyId, actorId: null, actorName: 'Hệ thống' }, now, [fact]);
    });
    await database.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  beforeEach(() => {
    printed = '';
    const keep = (text: string | Uint8Array): boolean => {
      printed += text;
      return true;
    };
    vi.spyOn(process.stdout, 'write').mockImplementation(keep);
    vi.spyOn(process.stderr, 'write').mockImplementation(keep);
    vi.stubEnv('DATABASE_URL', '');
  });
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllEnvs();
  });

  const inFolder = async (name: string, command: () => Promise<number>): Promise<number> => {
    vi.stubEnv('CAICACH_DATA', join(folder, name));
    return command();
  };

  test('wrong use is told with the right one', async () => {
    expect([await backup([]), await restore([]), await restore(['a', 'b']), await audit(['check'])]).toEqual([
      2, 2, 2, 2,
    ]);
    expect(printed).toContain('caicach backup FILE.tar.gz');
    expect(printed).toContain('caicach restore FILE.tar.gz [--replace]');
    expect(printed).toContain('caicach audit verify');
  });

  test('a backup says what it holds, is readable by its owner only, and never overwrites another', async () => {
    expect(await inFolder('first', () => backup([archive]))).toBe(0);
    expect(printed).toMatch(/Đã sao lưu .* dòng/);
    expect(statSync(archive).mode & 0o777).toBe(0o600);
    expect(existsSync(`${archive}.part`)).toBe(false);
    expect(await inFolder('first', () => backup([archive]))).toBe(1);
    expect(printed).toContain('Tệp đã có');
  });

  test('it goes into an empty system, once; with --replace again; the chain stays whole', async () => {
    expect(await inFolder('second', () => restore([archive]))).toBe(0);
    expect(printed).toContain('Đã khôi phục');
    expect(await inFolder('second', () => restore([archive]))).toBe(1);
    expect(printed).toContain('--replace');
    expect(await inFolder('second', () => restore([archive, '--replace']))).toBe(0);
    expect(await inFolder('second', () => audit(['verify']))).toBe(0);
    expect(printed).toMatch(/Sở Thử nghiệm: nguyên vẹn \(whole\), 2 mục/);
  });

  test('a damaged archive and one that is not there are told in words', async () => {
    const damaged = join(folder, 'hong.tar.gz');
    writeFileSync(damaged, 'không phải bản sao lưu');
    expect(await inFolder('second', () => restore([damaged, '--replace']))).toBe(1);
    expect(printed).toContain('chưa có gì thay đổi');
    expect(await restore([join(folder, 'khong-co.tar.gz')])).toBe(1);
    expect(printed).toContain('Không có tệp này');
  });

  test('while the server runs on the folder, every command says so', async () => {
    const server = await openEmbeddedDatabase(join(folder, 'first'));
    const commands = [() => backup([join(folder, 'x')]), () => restore([archive]), () => audit(['verify'])];
    for (const command of commands) expect(await inFolder('first', command)).toBe(1);
    expect(printed.match(/Thư mục dữ liệu đang được tiến trình/g)).toHaveLength(3);
    await server.close();
  });

  test('a chain that was changed gives exit code 1 and the place', async () => {
    const database = await openEmbeddedDatabase(join(folder, 'first'));
    await database.execute(sql`alter table audit_entry disable trigger user`);
    await database.execute(sql`update audit_entry set actor_name = 'Người khác'`);
    await database.close();
    expect(await inFolder('first', () => audit(['verify']))).toBe(1);
    expect(printed).toMatch(/HỎNG \(broken\) từ mục \(from entry\) 1/);
  });
});
