import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createWriteStream, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gunzipSync, gzipSync } from 'node:zlib';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AgencyId } from '../../kernel/ids.ts';
import { verifyChain } from '../../slices/audit/server.ts';
import { contentPath, insertFile, saveContent } from '../../slices/files/server.ts';
import { openTestApp, type TestApp } from '../../testing/app.ts';
import { type TestEngine, testEngines } from '../../testing/database.ts';
import type { Context } from '../context.ts';
import { loadMigrations } from '../migrations.ts';
import { sampleAgency } from '../sample.ts';
import type { Manifest } from './manifest.ts';
import { checkArchive } from './read-archive.ts';
import { restoreBackup } from './restore-backup.ts';
import { ArchiveFault, tarEnd, tarHeader, tarPadding } from './tar.ts';
import { makeBackup } from './write-backup.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caicach-backup-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function backUp(
  context: Context,
  agencyId: AgencyId | null = null,
): Promise<{ path: string; manifest: Manifest }> {
  const path = join(folder, `${crypto.randomUUID()}.tar.gz`);
  const { bytes, manifest } = await makeBackup(context, agencyId);
  await pipeline(bytes, createWriteStream(path));
  const told = manifest();
  if (!told) throw new Error('the archive has no manifest');
  return { path, manifest: told };
}

/** Rows and hash of each table but the audit chain, which a restore lengthens by one entry. */
const tablesOf = ({ tables }: Manifest) => tables.filter(({ name }) => !name.startsWith('audit_'));

const ATTACHMENT = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(300_000, 7)]);
const STRANGE = 'dòng một\ndòng hai\t"ngoặc" \\ 𝄞 %PDF';

async function addRecords({ context }: TestApp): Promise<string> {
  const content = await saveContent(context.config.dataFolder, Readable.from([ATTACHMENT]), 1_000_000);
  if (!content) throw new Error('not saved');
  await context.database.transaction(async (tx) => {
    const about = {
      name: STRANGE,
      mediaType: 'application/pdf',
      createdAt: context.clock.now(),
      createdBy: 'user_cchc',
    };
    await insertFile(tx, sampleAgency, { fileId: 'file_1', ...content, ...about });
    await insertFile(tx, sampleAgency, { fileId: 'file_2', ...content, ...about });
    await tx.execute(sql`
      insert into unit_alias (agency_id, folded, alias, unit_id, origin)
      select ${sampleAgency}, 'ten ' || n, ${STRANGE} || n, 'unit_vpdk', 'learned' from generate_series(1, 3000) n`);
  });
  return content.sha256;
}

async function openEmpty(engine: TestEngine): Promise<{ context: Context; close: () => Promise<void> }> {
  const dataFolder = mkdtempSync(join(folder, 'empty-'));
  const database = await engine.open();
  const base = source.context;
  return { context: { ...base, database, config: { ...base.config, dataFolder } }, close: () => database.close() };
}

let source: TestApp;

describe.each<TestEngine>(testEngines)('a backup made on $name', (engine) => {
  let archive: { path: string; manifest: Manifest };
  let hash: string;
  beforeAll(async () => {
    source = await openTestApp(engine);
    hash = await addRecords(source);
    archive = await backUp(source.context);
  });
  afterAll(() => source.close());

  test('is an archive that tar can list, with every table, each file once, and the manifest last', () => {
    const names = execFileSync('tar', ['-tzf', archive.path], { encoding: 'utf8' }).trim().split('\n');
    expect(names).toContain('tables/unit/000001.jsonl');
    expect(names).toContain('tables/unit_alias/000003.jsonl');
    expect(names.filter((name) => name === `files/${hash}`)).toHaveLength(1);
    expect(names.at(-1)).toBe('manifest.json');
  });

  test('holds no open session and no set-up link', () => {
    expect(archive.manifest.tables.map(({ name }) => name)).not.toContain('session');
    expect(archive.manifest.tables.map(({ name }) => name)).not.toContain('setup_link');
  });

  test('leaves nothing beside the data', () => {
    expect(readdirSync(source.context.config.dataFolder)).toEqual(['files']);
  });

  test.each<TestEngine>(testEngines)(
    'is restored on $name with the same rows, files and audit chain',
    async (target) => {
      const { context, close } = await openEmpty(target);
      const restored = await restoreBackup(context, archive.path, { mayReplace: false });
      expect(restored.chains.every(({ verdict }) => verdict.isWhole)).toBe(true);
      expect(await verifyChain(context.database, sampleAgency)).toMatchObject({ isWhole: true });
      expect(readFileSync(contentPath(context.config.dataFolder, hash))).toEqual(ATTACHMENT);
      const again = await backUp(context);
      expect(tablesOf(again.manifest)).toEqual(tablesOf(archive.manifest));
      expect(again.manifest.files).toEqual(archive.manifest.files);
      const entries = (manifest: Manifest) => manifest.tables.find(({ name }) => name === 'audit_entry')?.rows ?? 0;
      expect(entries(again.manifest)).toBe(entries(archive.manifest) + 1);
      await close();
    },
  );

  test('refuses a system that holds records, and replaces them when that is said', async () => {
    await expect(restoreBackup(source.context, archive.path, { mayReplace: false })).rejects.toThrow('holds records');
    await source.context.database.execute(sql`delete from unit_alias where agency_id = ${sampleAgency}`);
    await restoreBackup(source.context, archive.path, { mayReplace: true });
    expect(tablesOf((await backUp(source.context)).manifest)).toEqual(tablesOf(archive.manifest));
    const officer = await source.logIn('cchc');
    expect((await officer('GET', '/api/units')).status).toBe(200);
  });

  test('of a damaged archive is refused before anything is changed', async () => {
    const before = (await backUp(source.context)).manifest;
    const bytes = readFileSync(archive.path);
    const tar = gunzipSync(bytes);
    const withChange = (from: string, to: string): Buffer => {
      const changed = Buffer.from(tar);
      changed.write(to, tar.indexOf(from));
      return gzipSync(changed);
    };
    const damaged: [string, Buffer, RegExp][] = [
      ['cut', bytes.subarray(0, bytes.length - 2000), /damaged|too early/],
      ['one byte of the packed bytes', Buffer.from(bytes).fill(0x55, 5000, 5001), /damaged|changed|not a backup/],
      ['a value in a table', withChange('Thanh tra Sở', 'Thanh tra số'), /the table \w+ was changed/],
      ['a byte of a file', withChange('%PDF-1.7', '%PDF-1.6'), /the file .* was changed/],
      ['the manifest', withChange('caicach-backup-1', 'caicach-backup-9'), /manifest\.json/],
      ['no archive', Buffer.from('hello'), /damaged|not a backup|too early/],
      ['nothing', Buffer.alloc(0), /damaged|too early/],
      ['an empty archive', gzipSync(tarEnd), /manifest\.json\) is missing/],
      [
        'a stranger',
        gzipSync(Buffer.concat([tarHeader('../x', 1), Buffer.from('x'), tarPadding(1), tar])),
        /does not belong/,
      ],
    ];
    for (const [what, content, message] of damaged) {
      const path = join(folder, `damaged-${createHash('md5').update(what).digest('hex')}`);
      writeFileSync(path, content);
      await expect(restoreBackup(source.context, path, { mayReplace: true }), what).rejects.toThrow(ArchiveFault);
      await expect(checkArchive(path), what).rejects.toThrow(message);
    }
    expect((await backUp(source.context)).manifest.tables).toEqual(before.tables);
  });

  test('made over HTTP by the administrator can be restored, and is told in the audit chain', async () => {
    const cookie = await source.cookieOf('quantri');
    const answer = await source.app.inject({ method: 'POST', url: '/api/backup', headers: { cookie } });
    expect(answer.headers).toMatchObject({
      'content-type': 'application/gzip',
      'content-disposition': 'attachment; filename="caicach-2026-11-20.tar.gz"',
    });
    const path = join(folder, `${crypto.randomUUID()}.tar.gz`);
    writeFileSync(path, answer.rawPayload);
    expect(tablesOf(await checkArchive(path))).toEqual(tablesOf((await backUp(source.context)).manifest));
    const administrator = await source.logIn('quantri');
    const { body } = await administrator('GET', '/api/audit?action=system.backup');
    expect(body.entries).toMatchObject([{ actorId: 'user_quantri' }]);
  });

  test('names files whose bytes were lost, and keeps all the others', async () => {
    const path = contentPath(source.context.config.dataFolder, hash);
    writeFileSync(path, 'changed on the disk');
    const { path: second, manifest } = await backUp(source.context);
    expect(manifest.lostFiles).toEqual([hash]);
    expect((await checkArchive(second)).lostFiles).toEqual([hash]);
    writeFileSync(path, ATTACHMENT);
  });

  test('of an older schema is restored and brought up to date; one of a newer schema is refused', async () => {
    const added = {
      version: 9001,
      name: 'later',
      up: "alter table unit add column later text not null default 'mới'",
      down: 'alter table unit drop column later',
      hash: 'f'.repeat(64),
    };
    const newer = [...loadMigrations(), added];
    const { context, close } = await openEmpty(engine);
    await restoreBackup(context, archive.path, { mayReplace: false, migrations: newer });
    const { rows } = await context.database.execute(
      sql`select distinct later from unit where agency_id = ${sampleAgency}`,
    );
    expect(rows).toEqual([{ later: 'mới' }]);
    const { path } = await backUp(context);
    await expect(restoreBackup(source.context, path, { mayReplace: true })).rejects.toThrow('newer version');
    await close();
  });

  test('of one agency holds nothing of another, and does not wipe another out', async () => {
    const { database } = source.context;
    await database.execute(sql`
      insert into agency (agency_id, name, short_name, province, created_at)
      values ('agency_other', 'Sở khác', 'SK', 'tỉnh mẫu', now())`);
    const own = await backUp(source.context, sampleAgency);
    expect(gunzipSync(readFileSync(own.path)).includes('agency_other')).toBe(false);
    expect(tablesOf(own.manifest)).toEqual(tablesOf(archive.manifest));
    await expect(restoreBackup(source.context, own.path, { mayReplace: true })).rejects.toThrow('agencies that this');
    await database.execute(sql`delete from agency where agency_id = 'agency_other'`);
  });
});
