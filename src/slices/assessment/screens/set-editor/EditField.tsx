import { useEffect, useId, useState } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { type FaultPath, type SetEdit, type SetFault, writePath } from '../../../criteria/index.ts';

/** What every field of the editor needs: the faults of the text as it stands, and how to change it. */
export type Desk = {
  readonly faults: readonly SetFault[];
  readonly edit: (edit: SetEdit) => void;
  readonly isReadOnly: boolean;
};

type EditFieldProps = {
  desk: Desk;
  path: FaultPath;
  label: string;
  value: unknown;
  isLong?: boolean;
  /** An empty field leaves the file instead of standing there empty. */
  isOptional?: boolean;
  isLabelHidden?: boolean;
};

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
/** On paper the decimal sign is a comma; in the file it is a point. */
const FIGURE = /^-?\d+,\d+$/;
const fileText = (typed: string): string => (FIGURE.test(typed.trim()) ? typed.trim().replace(',', '.') : typed.trim());

export function faultsAt(faults: readonly SetFault[], path: FaultPath): SetFault[] {
  const place = writePath(path);
  return faults.filter((fault) => fault.path === place);
}

/** What is wrong with a field, beside it. */
export function FieldFaults({ id, faults }: { id: string; faults: readonly SetFault[] }) {
  const language = useLanguage();
  if (faults.length === 0) return null;
  return (
    <span id={id} className="field-error">
      {faults.map(({ message }) => message[language]).join(' ')}
    </span>
  );
}

/** A text or a figure of the file; written to it when the field is left. */
export function EditField(props: EditFieldProps) {
  const { desk, path, label, value, isLong = false, isOptional = false, isLabelHidden = false } = props;
  const [id, errorId] = [useId(), useId()];
  const [typed, setTyped] = useState(asText(value));
  useEffect(() => setTyped(asText(value)), [value]);
  const faults = faultsAt(desk.faults, path);
  const commit = () => {
    const text = fileText(typed);
    if (text === asText(value)) return;
    desk.edit(text === '' && isOptional ? { kind: 'unset', path } : { kind: 'set', path, value: text });
  };
  const control = {
    id,
    className: 'input',
    value: typed,
    readOnly: desk.isReadOnly,
    onBlur: commit,
    ...(isLabelHidden ? { 'aria-label': label } : {}),
    ...(faults.length ? { 'aria-invalid': true, 'aria-describedby': errorId } : {}),
  };
  return (
    <div className="field">
      {isLabelHidden ? null : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      {isLong ? (
        <textarea {...control} rows={2} onChange={(event) => setTyped(event.target.value)} />
      ) : (
        <input
          {...control}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') {
              event.preventDefault();
              commit();
            }
          }}
        />
      )}
      {faults.length ? <FieldFaults id={errorId} faults={faults} /> : null}
    </div>
  );
}

type EditChoiceProps = Omit<EditFieldProps, 'isLong'> & {
  choices: readonly { readonly value: string; readonly label: string }[];
};

/** One of a closed list; the empty choice leaves the file. */
export function EditChoice({
  desk,
  path,
  label,
  value,
  choices,
  isOptional = false,
  isLabelHidden = false,
}: EditChoiceProps) {
  const t = useTexts();
  const [id, errorId] = [useId(), useId()];
  const faults = faultsAt(desk.faults, path);
  const told = typeof value === 'boolean' ? String(value) : asText(value);
  const isFlag = choices.some((choice) => choice.value === 'true');
  const choose = (chosen: string) => {
    if (chosen === '') return desk.edit({ kind: 'unset', path });
    desk.edit({ kind: 'set', path, value: isFlag ? chosen === 'true' : chosen });
  };
  return (
    <div className="field">
      {isLabelHidden ? null : (
        <label className="field-label" htmlFor={id}>
          {label}
        </label>
      )}
      <select
        id={id}
        className="input"
        value={told}
        disabled={desk.isReadOnly}
        onChange={(event) => choose(event.target.value)}
        {...(isLabelHidden ? { 'aria-label': label } : {})}
        {...(faults.length ? { 'aria-invalid': true, 'aria-describedby': errorId } : {})}
      >
        {isOptional || told === '' ? <option value="">{t('criteria.notSaid')}</option> : null}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
      {faults.length ? <FieldFaults id={errorId} faults={faults} /> : null}
    </div>
  );
}

/** Lines of a list: one entry a line. */
export function EditLines({ desk, path, label, value }: Omit<EditFieldProps, 'isLong' | 'isOptional'>) {
  const lines = Array.isArray(value) ? value.map(asText) : value === undefined || value === null ? [] : [asText(value)];
  const id = useId();
  const [typed, setTyped] = useState(lines.join('\n'));
  const whole = lines.join('\n');
  useEffect(() => setTyped(whole), [whole]);
  const commit = () => {
    const next = typed
      .split('\n')
      .map((line) => fileText(line))
      .filter((line) => line !== '');
    if (next.join('\n') === whole) return;
    desk.edit(next.length ? { kind: 'set', path, value: next } : { kind: 'unset', path });
  };
  const place = writePath(path);
  const faults = desk.faults.filter((fault) => fault.path === place || fault.path.startsWith(`${place}[`));
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>
        {label}
      </label>
      <textarea
        id={id}
        className="input"
        rows={Math.max(2, lines.length)}
        value={typed}
        readOnly={desk.isReadOnly}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={commit}
      />
      {faults.length ? <FieldFaults id={`${id}-error`} faults={faults} /> : null}
    </div>
  );
}
