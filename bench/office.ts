import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * A Word file in another format, as LibreOffice writes it; null where the machine has none. It keeps its settings in
 * the folder: two runs at a time would wait for each other's.
 */
export function convertWord(word: Uint8Array, to: 'pdf' | 'doc', folder: string): Uint8Array | null {
  const [from, made] = [join(folder, 'office.docx'), join(folder, `office.${to}`)];
  writeFileSync(from, word);
  const settings = `-env:UserInstallation=${pathToFileURL(join(folder, 'office-settings')).href}`;
  const answer = spawnSync('soffice', [settings, '--headless', '--convert-to', to, '--outdir', folder, from]);
  return answer.status === 0 && existsSync(made) ? readFileSync(made) : null;
}
