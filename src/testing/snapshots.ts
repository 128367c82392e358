import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../server/database.ts';
import { openMemoryDatabase } from '../server/embedded-database.ts';

const root = join(import.meta.dirname, '..', '..');
const shelf = join(root, '.cache', 'test-databases');
/** A maker that died leaves its sign behind; nobody waits for it longer than this. */
const LONGEST_MAKING_MS = 120_000;

/** Everything that a made database can depend on: a change of any of it makes a new one. */
function stateOfCode(): string {
  const hash = createHash('sha256');
  for (const folder of ['src', 'db', 'sample'])
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).sort())
      if (/\.(ts|sql|json|ya?ml|txt)$/.test(file) && !/\.test\.ts$|(^|\/)(web|screens)\//.test(file))
        hash.update(file).update(readFileSync(join(root, folder, file)));
  return hash.digest('hex').slice(0, 16);
}

let state: string | null = null;

/** Folder of one snapshot; those of other states of the code go away. */
function folderOf(name: string): string {
  state ??= stateOfCode();
  const ours = join(shelf, state);
  if (!existsSync(ours)) {
    mkdirSync(ours, { recursive: true });
    for (const other of readdirSync(shelf)) if (other !== state) rmSync(join(shelf, other), { recursive: true });
  }
  return join(ours, name);
}

/** @returns whether this process is to make it; the others wait until it is there */
async function isMaker(folder: string): Promise<boolean> {
  const sign = `${folder}.making`;
  for (;;) {
    if (existsSync(folder)) return false;
    try {
      mkdirSync(sign);
      return true;
    } catch {
      const begun = statSync(sign, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
      if (Date.now() - begun > LONGEST_MAKING_MS) rmSync(sign, { recursive: true, force: true });
      await wait(100);
    }
  }
}

/**
 * An embedded database that `make` fills, and the folder of files that belongs to it. It is made once for a state of the code;
 * later tests start from a copy, which costs a fraction of the time.
 *
 * @param files folder that `make` writes files to; a copy of them is laid there
 */
export async function openFromSnapshot(
  name: string,
  make: (database: Database) => Promise<void>,
  files?: string,
): Promise<Database> {
  const folder = folderOf(name);
  if (await isMaker(folder)) {
    const database = await openMemoryDatabase();
    await make(database);
    const draft = `${folder}.${process.pid}`;
    mkdirSync(draft);
    await writeFile(join(draft, 'database.tar'), Buffer.from(await (await database.dump()).arrayBuffer()));
    if (files) cpSync(files, join(draft, 'files'), { recursive: true });
    renameSync(draft, folder);
    rmSync(`${folder}.making`, { recursive: true, force: true });
    return database;
  }
  if (files) cpSync(join(folder, 'files'), files, { recursive: true });
  return openMemoryDatabase(new Blob([readFileSync(join(folder, 'database.tar'))]));
}
