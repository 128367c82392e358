// Keeps the import rules of docs/architecture.md. Reads the agreed edges from that page, so that map and check are one.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync } from 'oxc-parser';

const root = join(import.meta.dirname, '..');

const TIERS = [
  ['calendar', 'units', 'identity', 'audit', 'files'],
  ['deadlines', 'criteria', 'scoring', 'consistency', 'reading', 'writing', 'registers'],
  ['plan', 'tasks', 'reports', 'dossiers', 'feedback', 'staff', 'assessment', 'forecast', 'notifications'],
  ['portal', 'dashboard'],
];
const tierOf = (slice: string): number => TIERS.findIndex((tier) => tier.includes(slice));
const sliceOf = (file: string): string | null => /^src\/slices\/([^/]+)\//.exec(file)?.[1] ?? null;
const isTest = (file: string): boolean => /\.test\.tsx?$|^src\/testing\/|^e2e\/|^bench\//.test(file);

/** Lines of the map such as "- scoring → criteria: reason". */
export function agreedEdges(map: string): string[] {
  return [...map.matchAll(/^- ([a-z-]+) → ([a-z-]+):/gm)].map((edge) => `${edge[1]} → ${edge[2]}`);
}

const PURE_LIBRARIES = new Set(['decimal.js', 'zod', 'yaml']);
const FACE = /^src\/slices\/[^/]+\/(index|server|wire)\.ts$/;

/** Name, what to do instead, whether an import breaks it. `to` is a path in the repository or a package name. */
export type ImportRule = readonly [name: string, advice: string, breaks: (from: string, to: string) => boolean];

export function makeRules(edges: readonly string[]): ImportRule[] {
  return [
    [
      'kernel-stands-alone',
      'The kernel uses nothing but itself and decimal.js.',
      (from, to) => from.startsWith('src/kernel/') && !to.startsWith('src/kernel/') && to !== 'decimal.js',
    ],
    [
      'rules-are-pure',
      'Rules take values and return values: no SQL, HTTP, React, files or Node.',
      (from, to) =>
        /^src\/slices\/[^/]+\/(rules\/|shipped\/|index\.ts$)/.test(from) &&
        !(
          to.startsWith('src/kernel/') ||
          (sliceOf(to) === sliceOf(from) && /\/(rules|shipped)\//.test(to)) ||
          /^src\/slices\/[^/]+\/index\.ts$/.test(to) ||
          PURE_LIBRARIES.has(to)
        ),
    ],
    [
      'slices-by-the-front-door',
      'Use index.ts (rules), server.ts (actions) or wire.ts (shapes) of the other slice.',
      (from, to) =>
        from.startsWith('src/slices/') &&
        to.startsWith('src/slices/') &&
        sliceOf(from) !== sliceOf(to) &&
        !FACE.test(to) &&
        !to.includes('/screens/'),
    ],
    [
      'sql-only-in-store',
      'Put the query in store/ and call it from an action.',
      (from, to) =>
        ['pg', 'drizzle-orm', '@electric-sql/pglite'].some((name) => to === name || to.startsWith(`${name}/`)) &&
        !from.includes('/store/') &&
        !from.startsWith('src/server/') &&
        !from.startsWith('src/testing/'),
    ],
    [
      'screens-stay-in-the-browser',
      'Reach the server through the generated client.',
      (from, to) =>
        (/\/screens\//.test(from) || from.startsWith('src/web/')) &&
        (/\/(store|actions|http)\//.test(to) ||
          /\/server\.ts$/.test(to) ||
          to.startsWith('src/server/') ||
          to.startsWith('node:')),
    ],
    [
      'store-below-actions',
      'A store loads and saves; it does not call actions or http.',
      (from, to) => from.includes('/store/') && sliceOf(from) === sliceOf(to) && /\/(actions|http|screens)\//.test(to),
    ],
    [
      'adapters-behind-the-server-face',
      'Libraries that read files from outside run in a worker: call server.ts of the reading slice.',
      (from, to) =>
        /\/adapters\//.test(to) && !(sliceOf(from) === sliceOf(to) && /\/(adapters\/|server\.ts$)/.test(from)),
    ],
    ['no-test-code-in-product', 'Move what both need into the product or src/testing.', (_from, to) => isTest(to)],
    [
      'server-above-slices',
      'Slices know the server only by its ports: database.ts, http.ts, context.ts, shapes.ts, sources.ts.',
      (from, to) =>
        from.startsWith('src/slices/') &&
        to.startsWith('src/server/') &&
        !/^src\/server\/(database|http|context|shapes|sources)\.ts$/.test(to),
    ],
    [
      'tiers',
      'Import only from lower tiers, or agree the edge in docs/architecture.md.',
      (from, to) => {
        const [here, there] = [sliceOf(from), sliceOf(to)];
        if (!here || !there || here === there) return false;
        if (tierOf(here) < 0 || tierOf(there) < 0) return true;
        return (
          tierOf(there) > tierOf(here) || (tierOf(there) === tierOf(here) && !edges.includes(`${here} → ${there}`))
        );
      },
    ],
  ];
}

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx)$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function importsOf(file: string): string[] {
  const { module, errors } = parseSync(file, readFileSync(join(root, file), 'utf8'));
  if (errors.length) throw new Error(`${file}: ${errors[0]?.message}`);
  const named = [
    ...module.staticImports.map((entry) => entry.moduleRequest.value),
    ...module.staticExports.flatMap((entry) =>
      entry.entries.flatMap((one) => (one.moduleRequest ? [one.moduleRequest.value] : [])),
    ),
  ];
  const source = readFileSync(join(root, file), 'utf8');
  const lazy = module.dynamicImports
    .map((entry) => /^(['"`])(.*)\1$/s.exec(source.slice(entry.moduleRequest.start, entry.moduleRequest.end))?.[2])
    .filter((name) => name !== undefined);
  return [...named, ...lazy].map((name) => (name.startsWith('.') ? posix.join(dirname(file), name) : name));
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const state = new Map<string, 'open' | 'done'>();
  const found: string[][] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) {
      if (!graph.has(next)) continue;
      if (state.get(next) === 'open') found.push([...trail.slice(trail.indexOf(next)), next]);
      else if (!state.has(next)) visit(next, [...trail, next]);
    }
    state.set(file, 'done');
  };
  for (const file of graph.keys()) if (!state.has(file)) visit(file, [file]);
  return found;
}

export function checkBoundaries(): string[] {
  const rules = makeRules(agreedEdges(readFileSync(join(root, 'docs', 'architecture.md'), 'utf8')));
  const graph = new Map(filesBelow('src').map((file) => [file, importsOf(file)]));
  const broken: string[] = [];
  for (const [from, targets] of graph) {
    if (isTest(from)) continue;
    for (const to of targets) {
      for (const [name, advice, breaks] of rules)
        if (breaks(from, to)) broken.push(`${from} → ${to}\n    ${name}: ${advice}`);
    }
  }
  for (const loop of cycles(graph))
    broken.push(`${loop.join(' → ')}\n    no-cycles: Move the shared part to a lower slice or the kernel.`);
  return broken;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const broken = checkBoundaries();
  for (const line of broken) console.error(line);
  console.log(broken.length ? `${broken.length} imports off the map.` : 'Imports keep to the map.');
  process.exit(broken.length ? 1 : 0);
}
