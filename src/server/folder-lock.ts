import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import process from 'node:process';

/** Another living process works on the folder. */
export class FolderInUse extends Error {
  readonly processId: number;
  constructor(processId: number) {
    super(`the data folder is in use by process ${processId}`);
    this.processId = processId;
  }
}

/** Linux tells the start of a process, so that a number given anew to another program is not taken for the old one. */
function startOf(processId: number): string | null {
  try {
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return fields[0] === 'Z' ? 'zombie' : (fields[19] ?? null);
  } catch {
    return null;
  }
}

function isAlive(processId: number, startedAt: string): boolean {
  if (!Number.isInteger(processId) || processId <= 0) return false;
  try {
    process.kill(processId, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(processId);
  return start === null ? true : start !== 'zombie' && (startedAt === '' || start === startedAt);
}

function textOf(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** Gives `from` the name `to` unless that name is taken. A link appears whole: no reader ever sees half a lock. */
function linkUnlessTaken(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function tryTake(file: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, `${process.pid} ${startOf(process.pid) ?? ''}\n`);
  try {
    return linkUnlessTaken(own, file);
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moves a dead lock out of the way; one that another process put there meanwhile is put back. */
function removeDead(file: string, dead: string): void {
  const aside = `${file}.${process.pid}.dead`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if (textOf(aside) !== dead) linkUnlessTaken(aside, file);
  rmSync(aside, { force: true });
}

/**
 * Takes the lock beside a data folder; the lock of a process that is gone is taken over.
 *
 * @returns the release
 * @throws {FolderInUse} while another living process holds it
 */
export function takeFolderLock(file: string): () => void {
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (tryTake(file)) return () => rmSync(file, { force: true });
    const found = textOf(file);
    if (found === null) continue;
    const [holder, startedAt = ''] = found.trim().split(' ');
    if (isAlive(Number(holder), startedAt)) throw new FolderInUse(Number(holder));
    removeDead(file, found);
  }
  throw new FolderInUse(0);
}
