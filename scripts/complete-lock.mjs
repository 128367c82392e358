// Adds to package-lock.json the optional packages of other systems that the registry at hand did not serve.
// Without them `npm ci` calls the lock file incomplete. Run it after every `npm install` that changes the lock.
import { readFileSync, writeFileSync } from 'node:fs';

const file = new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));
const packages = lock.packages;
let added = 0;

/** Whether `name` is found from `place` the way Node looks it up: in this folder, then in each one above. */
function isRecorded(place, name) {
  let folder = place;
  for (;;) {
    if (packages[`${folder ? `${folder}/` : ''}node_modules/${name}`]) return true;
    if (!folder) return false;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above < 0 ? '' : folder.slice(0, above);
  }
}

for (const [place, entry] of Object.entries(packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    if (isRecorded(place, name)) continue;
    const os = /(android|darwin|win32|linux|freebsd|openbsd|netbsd|sunos|aix|openharmony)/.exec(name)?.[1] ?? 'none';
    const cpu = /(arm64|arm|x64|ia32|riscv64|s390x|ppc64|loong64|wasm32)/.exec(name)?.[1] ?? 'none';
    packages[`node_modules/${name}`] = {
      version: version.replace(/^[^\d]*/, ''),
      optional: true,
      os: [os],
      cpu: [cpu],
      ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
    };
    added += 1;
  }
}
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} optional packages of other systems recorded.`);
