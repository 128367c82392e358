import { useState } from 'react';
import { TextField } from '../../../../web/ui/Field.tsx';

type ParsedFieldProps = {
  name: string;
  label: string;
  hint: string;
  error: string | undefined;
  /** What the input starts with; afterwards it shows what is typed, not what was made of it. */
  text: string;
  onChange: (text: string) => void;
};

/** A text that is taken apart as it is typed: a comma at its end is not lost before the next word comes. */
export function ParsedField({ text, onChange, ...field }: ParsedFieldProps) {
  const [typed, setTyped] = useState(text);
  return (
    <TextField
      {...field}
      value={typed}
      onChange={(next) => {
        setTyped(next);
        onChange(next);
      }}
    />
  );
}
