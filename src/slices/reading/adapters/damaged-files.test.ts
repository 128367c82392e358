import { expect, test } from 'vitest';
import { makeRandom, mutateArchive, mutateBytes } from '../../../testing/mutate-bytes.ts';
import { makeSample, SAMPLE_FORMATS } from '../../../testing/reading-samples.ts';
import { readBytes } from './read-bytes.ts';

const RUNS = { docx: 300, doc: 300, xlsx: 150, pdf: 60, html: 300, md: 300, csv: 300, txt: 300 } as const;
const ARCHIVES: ReadonlySet<string> = new Set(['docx', 'xlsx']);

// `npm run` does the same ten thousand times per format: node scripts/run.mjs scripts/fuzz-reading.ts
test.each(SAMPLE_FORMATS)('a damaged .%s is read or refused, never a fault', async (format) => {
  const sample = await makeSample(format);
  const mutate = ARCHIVES.has(format) ? mutateArchive : mutateBytes;
  for (let seed = 1; seed <= RUNS[format]; seed += 1) {
    const damaged = mutate(sample, makeRandom(seed));
    const outcome = await readBytes(damaged, `ke-hoach.${format}`, () => undefined).catch(
      (error: Error) => `seed ${seed}: ${error.stack}`,
    );
    expect(outcome).toBeTypeOf('object');
  }
});
