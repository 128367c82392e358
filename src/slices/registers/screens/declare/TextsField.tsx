import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { TextField } from '../../../../web/ui/Field.tsx';
import type { Texts } from '../../index.ts';

type TextsFieldProps = {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  isRequired?: boolean;
  texts: Texts;
  onChange: (texts: Texts) => void;
};

/** A text of the office's own: Vietnamese, and English where the page is asked to show it. */
export function TextsField({ texts, onChange, label, ...field }: TextsFieldProps) {
  const t = useTexts();
  const { english } = useAddress().search;
  return (
    <>
      <TextField {...field} label={label} value={texts.vi} onChange={(vi) => onChange({ ...texts, vi })} />
      {english === 'yes' ? (
        <TextField
          name={`${field.name}.en`}
          label={t('declare.inEnglish', { label })}
          value={texts.en}
          onChange={(en) => onChange({ ...texts, en })}
        />
      ) : null}
    </>
  );
}
