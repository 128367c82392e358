import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { evaluate } from 'feelin';
import { Engine } from 'json-rules-engine';
import { Decimal } from '../src/kernel/decimal.ts';
import { type CriteriaSet, type LeafRule, parseCriteriaSet } from '../src/slices/criteria/index.ts';
import {
  findLeastEffort,
  type Measures,
  type RecoveryStep,
  reckonSet,
  recoverySteps,
  scoreSet,
  startWhatIf,
  suppose,
} from '../src/slices/scoring/index.ts';

const RATIO = { numerator: 873, denominator: 921 };

function loadSample(): CriteriaSet {
  const text = readFileSync(join(import.meta.dirname, '../sample/criteria/department-sample.yaml'), 'utf8');
  const parsed = parseCriteriaSet(text, 'department-sample.yaml');
  if (!parsed.ok) throw new Error('the sample set must be right');
  return parsed.value;
}

function measureFor(rule: LeafRule): unknown {
  switch (rule.shape) {
    case 'yes_no':
      return { answer: 'yes' };
    case 'staged':
      return { level: 1 };
    case 'checklist':
      return { parts: rule.parts.map((_, index) => index > 0) };
    case 'lateness_penalty':
      return { expected: 4, late: 1, missing: 0 };
    case 'count_based':
      return { count: 2 };
    case 'deduction':
      return { events: rule.events.map(() => 1) };
    case 'external_scaled':
      return { value: 90.05 };
    case 'survey_scaled':
      return { percent: 91 };
    default:
      return RATIO;
  }
}

const sampleMeasures = (set: CriteriaSet): Measures =>
  Object.fromEntries(set.leaves.map((leaf) => [leaf.code, measureFor(leaf.rule)]));

/** The ratio of the rule as a FEEL expression, or the nearest that FEEL can say for the other shapes. */
function asFeel(rule: LeafRule, max: string): string {
  switch (rule.shape) {
    case 'proportional': {
      const whole = rule.divide_by_target && rule.target_ratio ? `min(1, r / ${rule.target_ratio})` : 'r';
      return rule.floor_ratio ? `if r < ${rule.floor_ratio} then 0 else ${max} * ${whole}` : `${max} * ${whole}`;
    }
    case 'banded_ratio':
      return rule.bands.reduceRight((rest, band) => `if r >= ${band.from_ratio} then ${band.points} else ${rest}`, '0');
    case 'all_or_nothing':
      return `if r >= ${rule.threshold} then ${max} else 0`;
    case 'lateness_penalty':
      return `max(0, ${max} - ${rule.per_late} * late - ${rule.per_missing} * missing)`;
    case 'staged':
      return `[${rule.levels.map((level) => level.points).join(', ')}][level]`;
    default:
      return `min(${max}, ${max} * r)`;
  }
}

function ratioEngine(set: CriteriaSet): Engine {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { code, rule, max } of set.leaves) {
    const starts = rule.shape === 'banded_ratio' ? rule.bands.map((band) => band.from_ratio.toNumber()) : [0.8];
    for (const start of starts)
      engine.addRule({
        conditions: { all: [{ fact: 'r', operator: 'greaterThanInclusive', value: start }] },
        event: { type: code, params: { max: max.toNumber() } },
      });
  }
  return engine;
}

/** 200 leaves with 24 uneven steps each, the kind that rounding to thousandths makes hardest. */
function manySteps(): RecoveryStep[][] {
  return Array.from({ length: 200 }, (_, leaf) =>
    Array.from({ length: 24 }, (_, step) => ({
      code: `${leaf}`,
      gain: new Decimal(((leaf * 37) % 90) + (step + 1) * 31).dividedBy(1000),
      effort: new Decimal(((leaf * 13) % 29) + step + 1).dividedBy(10),
      what: { vi: 'làm', en: 'do' },
      measure: null,
    })),
  );
}

async function medianMilliseconds(times: number, run: () => unknown): Promise<number> {
  const taken: number[] = [];
  for (let round = 0; round < times; round += 1) {
    const start = performance.now();
    await run();
    taken.push(performance.now() - start);
  }
  return taken.sort((first, second) => first - second)[Math.floor(times / 2)] ?? Number.NaN;
}

const line = (what: string, milliseconds: number, note: string): void =>
  console.log(`  ${what.padEnd(52)} ${milliseconds.toFixed(3).padStart(9)} ms  ${note}`);

/** Points of the whole sample set, beside two rule engines on the same rules. */
export async function benchPoints(): Promise<void> {
  const set = loadSample();
  const measures = sampleMeasures(set);
  const r = RATIO.numerator / RATIO.denominator;
  const feel = set.leaves.map((leaf) => asFeel(leaf.rule, leaf.max.toFixed()));
  const engine = ratioEngine(set);
  const start = startWhatIf(set, measures);
  const offered = manySteps();

  const explained = await medianMilliseconds(400, () => scoreSet(set, measures));
  const bare = await medianMilliseconds(400, () => reckonSet(set, measures));
  const province = await medianMilliseconds(7, () => {
    for (let run = 0; run < 100; run += 1) scoreSet(set, measures);
  });
  const ticked = await medianMilliseconds(200, () =>
    suppose(set, start, [{ kind: 'adjust', code: '1.5.1', field: 'numerator', by: 1 }]),
  );
  const place = await medianMilliseconds(15, () => findLeastEffort(new Decimal('5.137'), offered));
  const offers = await medianMilliseconds(5, () => set.leaves.map((leaf) => recoverySteps(set, start, leaf)));
  const context = { r, late: 1, missing: 0, level: 1 };
  const feelin = await medianMilliseconds(15, () => feel.map((text) => evaluate(text, context)));
  const rulesEngine = await medianMilliseconds(50, () => engine.run({ r }));

  console.log(`points: ${set.leaves.length} leaves`);
  line('scoreSet, explained in two languages', explained, 'goal < 2 ms');
  line('reckonSet, points only', bare, '');
  line('20 departments × 5 years, explained', province, 'goal < 200 ms');
  line('what-if: one task ticked', ticked, 'goal < 16 ms');
  line('gain one place: 200 leaves × 24 steps', place, 'goal < 200 ms');
  line('every way to win back points at 107 leaves', offers, '');
  line('feelin, the same rules', feelin, `${(feelin / bare).toFixed(1)} × reckonSet, goal ≥ 20`);
  line('', feelin, `${(feelin / explained).toFixed(1)} × scoreSet with both explanations`);
  line(
    'json-rules-engine, thresholds without arithmetic',
    rulesEngine,
    `${(rulesEngine / bare).toFixed(1)} × reckonSet`,
  );
}
