import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Leaf, parseCriteriaSet, type Rule } from '../../criteria/index.ts';
import type { Field, Texts } from '../rules/declaration.ts';
import { kindsForShape } from '../rules/leaf-input.ts';
import { shippedRegisters } from './index.ts';
import { terms } from './terms.ts';

const folder = import.meta.dirname;
const sampleSet = join(folder, '..', '..', '..', '..', 'sample', 'criteria', 'department-sample.yaml');
const parsed = parseCriteriaSet(readFileSync(sampleSet, 'utf8'), 'department-sample.yaml');
if (!parsed.ok) throw new Error('the sample set has faults');
const { leaves, bonus, penalty } = parsed.value;
const rules = new Map<string, Rule>([...leaves, ...bonus, ...penalty].map(({ code, rule }) => [code, rule]));

const measures = shippedRegisters.flatMap((register) =>
  Object.entries(register.measures ?? {}).map(([name, measure]) => ({ key: `${register.key}.${name}`, measure })),
);
const keys = shippedRegisters.map(({ key }) => key);

describe('every shipped register', () => {
  test.each(shippedRegisters.map((register) => [register.key, register] as const))(
    '%s speaks both languages',
    (_, register) => {
      const texts: Texts[] = [];
      const collect = (value: unknown): void => {
        if (typeof value !== 'object' || value === null) return;
        const { vi, en } = value as Partial<Texts>;
        if (typeof vi === 'string' || typeof en === 'string') texts.push({ vi: vi ?? '', en: en ?? '' });
        else for (const inner of Object.values(value)) collect(inner);
      };
      collect(register);
      expect(texts.filter(({ vi, en }) => vi.trim() === '' || en.trim() === '')).toEqual([]);
      expect(texts.length).toBeGreaterThan(5);
    },
  );

  test('has a key of its own', () => {
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('is declared in at most 80 lines', () => {
    const long = readdirSync(folder)
      .filter(
        (name) => /declareRegister\(\{/.test(readFileSync(join(folder, name), 'utf8')) && !name.endsWith('.test.ts'),
      )
      .map((name) => ({ name, lines: readFileSync(join(folder, name), 'utf8').trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > 80);
    expect(long).toEqual([]);
  });

  test('shows at least two columns and says who may see personal data', () => {
    const fieldsOf = (fields: Readonly<Record<string, Field>>): Field[] => Object.values(fields);
    const bare = shippedRegisters.filter(
      ({ fields }) => fieldsOf(fields).filter(({ isColumn }) => isColumn).length < 2,
    );
    const open = shippedRegisters.flatMap(({ key, fields }) =>
      Object.entries(fields)
        .filter(([, { isPersonal, isPublic }]) => isPersonal && isPublic)
        .map(([name]) => `${key}.${name}`),
    );
    expect(bare.map(({ key }) => key)).toEqual([]);
    expect(open).toEqual([]);
  });
});

describe('every measure that feeds a leaf', () => {
  const fed = measures.flatMap(({ key, measure }) => (measure.leaves ?? []).map((code) => ({ key, measure, code })));

  test.each(fed)('$key feeds $code, which is in the sample set, in the shape of its rule', ({ measure, code }) => {
    const rule = rules.get(code);
    expect(rule, `leaf ${code}`).toBeDefined();
    if (!rule) return;
    expect(kindsForShape[rule.shape]).toContain(measure.kind);
  });

  test('stands at a place that the rule has, and no two at the same one', () => {
    const placesOf = (rule: Rule | undefined): number => {
      if (rule?.shape === 'deduction') return rule.events.length;
      if (rule?.shape === 'checklist') return rule.parts.length;
      return rule?.shape === 'staged' ? rule.levels.length - 1 : 1;
    };
    const places = fed.map(({ code, measure }) => ({ code, place: measure.place ?? 0 }));
    expect(places.filter(({ code, place }) => place >= placesOf(rules.get(code)))).toEqual([]);
    const names = places.map(({ code, place }) => `${code}#${place}`);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test('fills every event of a deduction and every part of a checklist, or none', () => {
    const half = [...rules].flatMap(([code, rule]) => {
      const wanted =
        rule.shape === 'deduction' ? rule.events.length : rule.shape === 'checklist' ? rule.parts.length : 0;
      const given = fed.filter((one) => one.code === code).length;
      return wanted > 0 && given > 0 && given !== wanted ? [code] : [];
    });
    expect(half).toEqual([]);
  });

  /** Sources whose numbers come from slices of their own. */
  const others = ['documents', 'reports', 'tasks', 'dossiers', 'manual'];
  test('leaves no leaf of inspections, staff, feedback or surveys without a register', () => {
    const codes = new Set(fed.map(({ code }) => code));
    const sources = (leaf: Leaf): readonly string[] => leaf.dataSources;
    const bare = leaves.filter(
      (leaf) => !codes.has(leaf.code) && !sources(leaf).every((source) => others.includes(source)),
    );
    expect(bare.map(({ code }) => code)).toEqual([
      // deduction of the dossier procedure: dossiers count it
      '3.3.3',
      // what officials say of the reform: asked by the province only
      ...['8.2.1', '8.2.2', '8.2.3', '8.2.4', '8.2.5'],
    ]);
  });
});

test('every term says where it comes from, and is provisional where nobody read it', () => {
  for (const [name, { value, mark, source }] of Object.entries(terms)) {
    expect(value, name).toBeGreaterThan(0);
    expect(['S', 'M']).toContain(mark);
    expect(source.length, name).toBeGreaterThan(5);
  }
});
