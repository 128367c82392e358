import type { PreviewDeclarationAnswer } from '../../../../web/client.generated.ts';
import type { Translate } from '../../../../web/texts.ts';
import type { RegisterDeclaration } from '../../index.ts';

type Effects = Pick<
  PreviewDeclarationAnswer['effects'],
  'removedFields' | 'newlyRequired' | 'removedSteps' | 'removedMeasures'
>;
type Words = {
  readonly before: RegisterDeclaration;
  readonly after: RegisterDeclaration;
  readonly t: Translate;
  readonly language: 'vi' | 'en';
};

/** What a change of a declaration does to what is there, one sentence each; nothing where nobody will notice. */
export function effectLines(effects: Effects, { before, after, t, language }: Words): string[] {
  const fieldIn = (declaration: RegisterDeclaration, name: string): string =>
    declaration.fields[name]?.label[language] ?? name;
  return [
    ...effects.removedFields
      .filter(({ filled }) => filled > 0)
      .map(({ field, filled }) => t('declare.effect.field', { field: fieldIn(before, field), count: filled })),
    ...effects.newlyRequired
      .filter(({ missing }) => missing > 0)
      .map(({ field, missing }) => t('declare.effect.required', { field: fieldIn(after, field), count: missing })),
    ...effects.removedMeasures.map((name) =>
      t('declare.effect.measure', { measure: before.measures?.[name]?.label[language] ?? name }),
    ),
  ];
}
