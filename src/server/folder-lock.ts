import { closeSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
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
  try {
    process.kill(processId, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const start = startOf(processId);
  return start === null ? true : start !== 'zombie' && (startedAt === '' || start === startedAt);
}

function tryTake(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, `${process.pid} ${startOf(process.pid) ?? ''}\n`);
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
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
    const [holder = '0', startedAt = ''] = readFileSync(file, 'utf8').trim().split(' ');
    if (isAlive(Number(holder), startedAt)) throw new FolderInUse(Number(holder));
    rmSync(file, { force: true });
  }
  throw new FolderInUse(0);
}
