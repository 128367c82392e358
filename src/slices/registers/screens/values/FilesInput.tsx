import { use } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { fieldId } from '../../../../web/ui/Field.tsx';
import type { FrameProps } from './field-frame.ts';
import { LabelsContext } from './labels-context.ts';
import { SEPARATOR } from './typed-values.ts';
import { useValueWords } from './use-value-words.ts';

type FilesInputProps = {
  frame: FrameProps;
  value: string;
  onChange: (value: string) => void;
  atMost: number | undefined;
};

/** The files that a record holds; one can be taken off. */
export function FilesInput({ frame, value, onChange }: FilesInputProps) {
  const t = useTexts();
  const words = useValueWords(use(LabelsContext));
  const held = value.split(SEPARATOR).filter(Boolean);
  return (
    <fieldset className="field field-group" id={fieldId(frame.name)} tabIndex={-1}>
      <legend className="field-label">{frame.label}</legend>
      <ul className="chosen">
        {held.map((id) => (
          <li key={id}>
            {words.nameOf('files', id)}{' '}
            <button
              type="button"
              className="link-button"
              aria-label={t('registers.linkDrop', { title: words.nameOf('files', id) })}
              onClick={() => onChange(held.filter((one) => one !== id).join(SEPARATOR))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
