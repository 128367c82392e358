// How much JavaScript the browser fetches: node scripts/run.mjs scripts/bundle-size.ts (after npm run setup)
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';

type Chunk = { file: string; imports?: string[]; isEntry?: boolean; isDynamicEntry?: boolean };
type Manifest = Readonly<Record<string, Chunk>>;

const webFolder = join(import.meta.dirname, '..', 'dist', 'web');

/** Bytes of JavaScript of the first page, gzipped, that nobody should have to wait for. */
export const FIRST_PAGE_LIMIT = 400_000;

/** A chunk and everything it needs before it can run. */
export function neededBy(manifest: Manifest, key: string, seen: ReadonlySet<string> = new Set()): Set<string> {
  const found = new Set(seen).add(key);
  for (const next of manifest[key]?.imports ?? [])
    if (!found.has(next)) for (const one of neededBy(manifest, next, found)) found.add(one);
  return found;
}

function gzippedBytes(manifest: Manifest, keys: Iterable<string>): number {
  return [...keys]
    .map((key) => manifest[key]?.file ?? '')
    .filter((file) => file.endsWith('.js'))
    .reduce((sum, file) => sum + gzipSync(readFileSync(join(webFolder, file))).length, 0);
}

function report(): void {
  const manifest: Manifest = JSON.parse(readFileSync(join(webFolder, '.vite', 'manifest.json'), 'utf8'));
  const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry);
  if (!entry) throw new Error('the build has no entry');
  const shell = neededBy(manifest, entry);
  const pages = Object.keys(manifest)
    .filter((key) => manifest[key]?.isDynamicEntry)
    .map((key) => ({ key, bytes: gzippedBytes(manifest, neededBy(manifest, key, shell)) }))
    .sort((a, b) => b.bytes - a.bytes);
  const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`.padStart(8);
  console.log(`${kilobytes(gzippedBytes(manifest, shell))}  shell`);
  for (const { key, bytes } of pages) console.log(`${kilobytes(bytes)}  shell and ${key}`);
  const largest = pages[0]?.bytes ?? 0;
  console.log(
    `Largest page ${kilobytes(largest).trim()}; limit of the first page ${kilobytes(FIRST_PAGE_LIMIT).trim()}.`,
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) report();
