import { useId } from 'react';
import { fieldId } from './Field.tsx';
import './fields.css';

type CheckFieldProps = {
  name: string;
  label: string;
  hint?: string;
  isChecked: boolean;
  isDisabled?: boolean;
  onChange: (isChecked: boolean) => void;
};

/** One thing that is so or is not. */
export function CheckField({ name, label, hint, isChecked, isDisabled = false, onChange }: CheckFieldProps) {
  const hintId = useId();
  return (
    <div className="check-field">
      <label htmlFor={fieldId(name)}>
        <input
          id={fieldId(name)}
          type="checkbox"
          checked={isChecked}
          disabled={isDisabled}
          aria-describedby={hint ? hintId : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {label}
      </label>
      {hint ? (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      ) : null}
    </div>
  );
}

type ChecksFieldProps = {
  name: string;
  label: string;
  hint?: string | undefined;
  error?: string | undefined;
  isRequired?: boolean;
  choices: readonly { value: string; label: string }[];
  held: readonly string[];
  onChange: (held: readonly string[]) => void;
};

/** Several of a closed list, ticked; they are told in the order of the list. */
export function ChecksField(props: ChecksFieldProps) {
  const { name, label, hint, error, isRequired = false, choices, held, onChange } = props;
  const [hintId, errorId] = [useId(), useId()];
  const described = [hint ? hintId : '', error ? errorId : ''].join(' ').trim();
  const flip = (value: string, isHeld: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((one) => (one === value ? isHeld : held.includes(one))));
  return (
    <fieldset
      className={isRequired ? 'field field-group is-required' : 'field field-group'}
      id={fieldId(name)}
      tabIndex={-1}
      aria-describedby={described || undefined}
    >
      <legend className="field-label">{label}</legend>
      <div className="check-list">
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="checkbox"
              checked={held.includes(choice.value)}
              onChange={(event) => flip(choice.value, event.target.checked)}
            />
            {choice.label}
          </label>
        ))}
      </div>
      {hint ? (
        <span id={hintId} className="field-hint">
          {hint}
        </span>
      ) : null}
      {error ? (
        <span id={errorId} className="field-error">
          {error}
        </span>
      ) : null}
    </fieldset>
  );
}
