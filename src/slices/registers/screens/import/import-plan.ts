import type { UploadImportAnswer } from '../../../../web/client.generated.ts';
import type { RegisterDeclaration } from '../../index.ts';
import { documentParts } from '../values/typed-values.ts';

export type ImportAnalysis = UploadImportAnswer;
export type ImportPlan = ImportAnalysis['plan'];
type Target = NonNullable<ImportPlan['columns'][number]['target']>;

/** What a column goes into, as one word: `subject`, `paper.date`, nothing. */
export function targetWord(target: ImportPlan['columns'][number]['target']): string {
  return target === null ? '' : target.part === null ? target.field : `${target.field}.${target.part}`;
}

export function readTarget(word: string): Target | null {
  if (!word) return null;
  const [field = '', ending] = word.split('.');
  return { field, part: documentParts.find((one) => one === ending) ?? null };
}

export type TargetChoice = { readonly value: string; readonly field: string; readonly part: Target['part'] };

/** Everything that a column can go into: fields that this person may enter, documents part by part. */
export function targetChoices({ fields }: RegisterDeclaration, changeable: readonly string[]): TargetChoice[] {
  return Object.entries(fields)
    .filter(([name, { kind }]) => changeable.includes(name) && kind !== 'computed' && kind !== 'files')
    .flatMap(([field, { kind }]): TargetChoice[] =>
      kind === 'document'
        ? documentParts.map((part) => ({ value: `${field}.${part}`, field, part }))
        : [{ value: field, field, part: null }],
    );
}

/** The plan with a column going elsewhere; what stood in the same place before is left out. */
export function withTarget(plan: ImportPlan, column: number, word: string): ImportPlan {
  return {
    ...plan,
    columns: plan.columns.map((one) => {
      if (one.column === column) return { ...one, target: readTarget(word) };
      return word && targetWord(one.target) === word ? { ...one, target: null } : one;
    }),
  };
}

/** Required fields that no column goes into: every row would be refused. */
export function missingTargets(
  { fields }: RegisterDeclaration,
  changeable: readonly string[],
  plan: ImportPlan,
): string[] {
  const taken = new Set(plan.columns.flatMap(({ target }) => (target ? [target.field] : [])));
  return Object.keys(fields).filter((name) => fields[name]?.required && changeable.includes(name) && !taken.has(name));
}
