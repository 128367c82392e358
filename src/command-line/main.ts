import process from 'node:process';
import { commands } from './commands.ts';
import { helpText } from './help.ts';

const [name, ...rest] = process.argv.slice(2);

if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
  process.stdout.write(helpText());
} else {
  const load = commands[name];
  if (!load) {
    process.stderr.write(`caicach: không có lệnh “${name}” (no such command). Gõ: caicach --help\n`);
    process.exitCode = 2;
  } else {
    const { run } = await load();
    process.exitCode = await run(rest);
  }
}
