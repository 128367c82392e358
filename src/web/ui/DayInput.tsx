import { useEffect, useId, useRef, useState } from 'react';
import { parseCivilDate } from '../../kernel/civil-date.ts';
import { useTexts } from '../language.ts';
import { dayText } from './moments.ts';
import { parseTypedDay } from './typed-day.ts';
import './fields.css';

type DayInputProps = {
  id: string;
  /** YYYY-MM-DD, or nothing. */
  value: string;
  /** Told YYYY-MM-DD when what is typed is a day, nothing when it is not. */
  onChange: (day: string) => void;
  name?: string;
  required?: boolean;
  /** What is typed and is no day is told as it is, so that a form can refuse it rather than save nothing. */
  isRawKept?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

/** A day typed as on paper, or picked from the browser's calendar; the native field would show it the American way. */
export function DayInput({ id, value, onChange, isRawKept = false, ...control }: DayInputProps) {
  const t = useTexts();
  const errorId = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(dayText(value));
  useEffect(() => {
    if (value) setTyped(dayText(value));
  }, [value]);
  const isNoDay = typed.trim() !== '' && parseTypedDay(typed) === null;
  const type = (text: string) => {
    setTyped(text);
    onChange(parseTypedDay(text) ?? (isRawKept ? text : ''));
  };
  const described = [control['aria-describedby'], isNoDay ? errorId : ''].filter(Boolean).join(' ');
  return (
    <>
      <span className="day-input">
        <input
          {...control}
          id={id}
          className="input"
          type="text"
          inputMode="numeric"
          placeholder={t('web.dayPlaceholder')}
          aria-invalid={control['aria-invalid'] ?? (isNoDay ? true : undefined)}
          aria-describedby={described || undefined}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
        <button type="button" aria-label={t('web.dayPick')} onClick={() => picker.current?.showPicker()}>
          ▾
        </button>
        <input
          ref={picker}
          className="visually-hidden"
          type="date"
          tabIndex={-1}
          aria-hidden="true"
          value={parseCivilDate(value) ?? ''}
          onChange={(event) => {
            setTyped(dayText(event.target.value));
            onChange(event.target.value);
          }}
        />
      </span>
      {isNoDay ? (
        <span id={errorId} className="field-error">
          {t('web.dayWrong')}
        </span>
      ) : null}
    </>
  );
}
