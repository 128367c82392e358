import { useLanguage, useTexts } from '../../../../web/language.ts';
import { DayInput } from '../../../../web/ui/DayInput.tsx';
import { ChoiceField, Field as FieldFrame, LongTextField, TextField } from '../../../../web/ui/Field.tsx';
import { ChoicesInput } from './ChoicesInput.tsx';
import { DocumentInput } from './DocumentInput.tsx';
import { FilesInput } from './FilesInput.tsx';
import type { FieldInputProps, FrameProps } from './field-frame.ts';
import { LinkInput } from './LinkInput.tsx';
import { PersonInput } from './PersonInput.tsx';
import { UnitInput } from './UnitInput.tsx';
import { useFigureHint } from './use-figure-hint.ts';

type OneProps = FieldInputProps & { frame: FrameProps; value: string; set: (value: string) => void };
/** The control of a field, whatever its kind: a form is these, one under the other. */
export function FieldInput(props: FieldInputProps) {
  const { name, field, typed, errors, onChange } = props;
  const language = useLanguage();
  const hint = field.help?.[language];
  const frame: FrameProps = {
    name,
    label: field.label[language],
    ...(hint ? { hint } : {}),
    error: errors[name],
    isRequired: field.required ?? false,
  };
  const set = (value: string) => onChange({ [name]: value });
  const one: OneProps = { ...props, frame, value: typed[name] ?? '', set };
  return <OneInput {...one} />;
}

function OneInput(props: OneProps) {
  const { field, frame, value, set } = props;
  switch (field.kind) {
    case 'text':
      return <TextField {...frame} value={value} onChange={set} />;
    case 'long-text':
      return <LongTextField {...frame} value={value} onChange={set} />;
    case 'number':
    case 'money':
    case 'percent':
      return <FigureInput {...props} />;
    case 'day':
      return (
        <FieldFrame {...frame}>
          {(control) => <DayInput {...control} value={value} onChange={set} isRawKept />}
        </FieldFrame>
      );
    case 'instant':
      return <MomentInput {...props} />;
    case 'yes-no':
      return <YesNoInput {...props} />;
    case 'choice':
      return <ChoicesInput field={field} frame={frame} value={value} onChange={set} />;
    case 'unit':
      return <UnitInput frame={frame} value={value} onChange={set} />;
    case 'person':
      return <PersonInput frame={frame} value={value} onChange={set} />;
    case 'document':
      return <DocumentInput {...props} label={frame.label} isRequired={frame.isRequired} />;
    case 'files':
      return <FilesInput frame={frame} value={value} onChange={set} atMost={field.atMost} />;
    case 'link':
      return <LinkInput field={field} frame={frame} value={value} onChange={set} />;
    case 'computed':
      return null;
  }
}

/** What was typed is said again as a figure: "12000000" is hard to read, "12.000.000 đồng" is not. */
function FigureInput({ field, frame, value, set }: OneProps) {
  const hint = useFigureHint(field, value);
  const hints = [frame.hint, hint].filter(Boolean).join(' · ');
  return <TextField {...frame} {...(hints ? { hint: hints } : {})} value={value} onChange={set} />;
}

function MomentInput({ frame, value, set }: OneProps) {
  const t = useTexts();
  const hint = [frame.hint, t('registers.momentHint')].filter(Boolean).join(' · ');
  return <TextField {...frame} hint={hint} value={value} onChange={set} />;
}

function YesNoInput({ frame, value, set }: OneProps) {
  const t = useTexts();
  return (
    <ChoiceField
      {...frame}
      emptyText={t('registers.choose')}
      choices={(['yes', 'no'] as const).map((one) => ({ value: one, label: t(`registers.answer.${one}`) }))}
      value={value}
      onChange={set}
    />
  );
}
