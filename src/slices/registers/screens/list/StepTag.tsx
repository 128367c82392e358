import { StatusTag, type Tone } from '../../../../web/ui/StatusTag.tsx';
import type { RegisterDeclaration, Timing } from '../../index.ts';

type StepTagProps = {
  declaration: RegisterDeclaration;
  step: string;
  language: 'vi' | 'en';
  timing: Timing | null;
};

/** Where a record stands: green at an end, teal on the way, plain at its beginning. */
export function StepTag({ declaration, step, language, timing }: StepTagProps) {
  const known = declaration.steps?.[step];
  const isFirst = step === declaration.firstStep;
  const tone: Tone = known?.isEnd ? (timing === 'late' ? 'plain' : 'good') : isFirst ? 'plain' : 'teal';
  return <StatusTag tone={tone}>{known?.label[language] ?? step}</StatusTag>;
}
