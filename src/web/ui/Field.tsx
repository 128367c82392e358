import { useEffect, useId, useRef } from 'react';
import { useTexts } from '../language.ts';
import { DayInput } from './DayInput.tsx';
import { Notice } from './StatusTag.tsx';
import './fields.css';

export type FieldErrors = Readonly<Record<string, string>>;

type ControlProps = { id: string; name: string; 'aria-describedby'?: string; 'aria-invalid'?: true; required: boolean };

type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string | undefined;
  isRequired?: boolean;
  /** Draws the control with what ties it to its label, hint and error. */
  children: (control: ControlProps) => React.ReactNode;
};

export function fieldId(name: string): string {
  return `field-${name}`;
}

/** A visible label, the control, its hint and its error. */
export function Field({ name, label, hint, error, isRequired = false, children }: FieldProps) {
  const [hintId, errorId] = [useId(), useId()];
  const described = [hint ? hintId : '', error ? errorId : ''].join(' ').trim();
  return (
    <div className="field">
      <label className="field-label" htmlFor={fieldId(name)}>
        {label}
      </label>
      {children({
        id: fieldId(name),
        name,
        required: isRequired,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
      })}
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
    </div>
  );
}

type TextFieldProps = Omit<FieldProps, 'children'> & {
  value: string;
  onChange: (value: string) => void;
  type?: 'text' | 'password' | 'number' | 'email';
  autoComplete?: string;
  isReadOnly?: boolean;
};

export function TextField({ value, onChange, type = 'text', autoComplete, isReadOnly, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          className="input"
          type={type}
          value={value}
          readOnly={isReadOnly}
          autoComplete={autoComplete ?? 'off'}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}

type DayFieldProps = Omit<FieldProps, 'children'> & { value: string; onChange: (day: string) => void };

/** A day; its value is YYYY-MM-DD, what is seen is 31/12/2026. */
export function DayField({ value, onChange, ...field }: DayFieldProps) {
  return <Field {...field}>{(control) => <DayInput {...control} value={value} onChange={onChange} />}</Field>;
}

type LongTextFieldProps = Omit<FieldProps, 'children'> & { value: string; onChange: (value: string) => void };

export function LongTextField({ value, onChange, ...field }: LongTextFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <textarea {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

type ChoiceFieldProps = Omit<FieldProps, 'children'> & {
  value: string;
  choices: readonly { value: string; label: string }[];
  /** The first, empty choice: "Chọn đơn vị…"; left out where one must always be chosen. */
  emptyText?: string;
  onChange: (value: string) => void;
};

export function ChoiceField({ value, choices, emptyText, onChange, ...field }: ChoiceFieldProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
          {emptyText === undefined ? null : <option value="">{emptyText}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type FormSummaryProps = { errors: FieldErrors };

/** At the top of a form that was refused: takes focus and leads to each field. */
export function FormSummary({ errors }: FormSummaryProps) {
  const t = useTexts();
  const box = useRef<HTMLDivElement>(null);
  const entries = Object.entries(errors);
  useEffect(() => {
    if (Object.keys(errors).length) box.current?.focus();
  }, [errors]);
  if (!entries.length) return null;
  return (
    <div ref={box} className="form-summary" role="alert" tabIndex={-1}>
      <h2>{t('web.formHasErrors', { count: entries.length })}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li key={name}>
            <a
              href={`#${fieldId(name)}`}
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(fieldId(name))?.focus();
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

type DraftNoticeProps = { isDraft: boolean; onDiscard: () => void };

/** Says that an unsent draft was found and offers to drop it. */
export function DraftNotice({ isDraft, onDiscard }: DraftNoticeProps) {
  const t = useTexts();
  if (!isDraft) return null;
  return (
    <Notice>
      {t('web.draftRestored')}{' '}
      <button type="button" className="link-button" onClick={onDiscard}>
        {t('web.draftDiscard')}
      </button>
    </Notice>
  );
}
