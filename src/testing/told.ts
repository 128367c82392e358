import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterEach, beforeEach, vi } from 'vitest';

/** What a command says in the test that runs, and a folder of its own for files. */
export type Told = {
  readonly printed: string;
  readonly complained: string;
  readonly folder: string;
  /** @returns the path of a file with this text in the folder */
  readonly save: (name: string, text: string) => string;
};

/** Call it at the top of a file of tests: every test begins with nothing said and an empty folder. */
export function listenToCommand(): Told {
  const told = {
    printed: '',
    complained: '',
    folder: '',
    save: (name: string, text: string): string => {
      const file = join(told.folder, name);
      writeFileSync(file, text);
      return file;
    },
  };
  const keep = (what: 'printed' | 'complained') => (text: string | Uint8Array) => {
    told[what] += String(text);
    return true;
  };
  beforeEach(() => {
    Object.assign(told, { printed: '', complained: '', folder: mkdtempSync(join(tmpdir(), 'caicach-command-')) });
    vi.spyOn(process.stdout, 'write').mockImplementation(keep('printed'));
    vi.spyOn(process.stderr, 'write').mockImplementation(keep('complained'));
  });
  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(told.folder, { recursive: true });
  });
  return told;
}
