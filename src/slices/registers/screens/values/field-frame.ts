import type { Field } from '../../index.ts';
import type { Typed } from './typed-values.ts';

export type FieldInputProps = {
  name: string;
  field: Field;
  typed: Typed;
  errors: Readonly<Record<string, string>>;
  /** Told the inputs that changed. */
  onChange: (part: Typed) => void;
};

/** What stands around the control of a field, whatever its kind. */
export type FrameProps = {
  name: string;
  label: string;
  hint?: string;
  error: string | undefined;
  isRequired: boolean;
};
