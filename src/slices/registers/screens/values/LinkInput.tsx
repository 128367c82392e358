import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { use, useId, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { fieldId } from '../../../../web/ui/Field.tsx';
import type { Field } from '../../index.ts';
import { findTitles } from '../calls.ts';
import type { FrameProps } from './field-frame.ts';
import { RecordContext } from './record-context.ts';
import { SEPARATOR } from './typed-values.ts';
import { useValueWords } from './use-value-words.ts';

type LinkInputProps = {
  field: Extract<Field, { kind: 'link' }>;
  frame: FrameProps;
  value: string;
  onChange: (value: string) => void;
};

/** Records of another register, found by a few letters; what is chosen stands above with a way to take it off. */
export function LinkInput({ field, frame, value, onChange }: LinkInputProps) {
  const t = useTexts();
  const words = useValueWords(use(RecordContext).labels);
  const [found, setFound] = useState<Readonly<Record<string, string>>>({});
  const [errorId, hintId] = [useId(), useId()];
  const held = value.split(SEPARATOR).filter(Boolean);
  const nameOf = (id: string): string => found[id] ?? words.nameOf('link', id);
  const described = [frame.hint ? hintId : '', frame.error ? errorId : ''].join(' ').trim();
  const choose = (id: string, title: string) => {
    setFound({ ...found, [id]: title });
    onChange(field.isMultiple ? [...held.filter((one) => one !== id), id].join(SEPARATOR) : id);
  };
  return (
    <fieldset className={frame.isRequired ? 'field field-group is-required' : 'field field-group'}>
      <legend className="field-label">{frame.label}</legend>
      <ul className="chosen">
        {held.map((id) => (
          <li key={id}>
            {nameOf(id)}{' '}
            <button
              type="button"
              className="link-button"
              aria-label={t('registers.linkDrop', { title: nameOf(id) })}
              onClick={() => onChange(held.filter((one) => one !== id).join(SEPARATOR))}
            >
              ✕
            </button>
          </li>
        ))}
      </ul>
      <LinkSearch
        register={field.register}
        inputId={fieldId(frame.name)}
        label={t('registers.linkFind', { field: frame.label })}
        described={described}
        onChoose={choose}
      />
      {frame.hint ? (
        <span id={hintId} className="field-hint">
          {frame.hint}
        </span>
      ) : null}
      {frame.error ? (
        <span id={errorId} className="field-error">
          {frame.error}
        </span>
      ) : null}
    </fieldset>
  );
}

type LinkSearchProps = {
  register: string;
  inputId: string;
  label: string;
  described: string;
  onChoose: (id: string, title: string) => void;
};

const MOST_FOUND = 8;

function LinkSearch({ register, inputId, label, described, onChoose }: LinkSearchProps) {
  const t = useTexts();
  const [text, setText] = useState('');
  const query = useQuery({
    queryKey: ['register', register, 'titles', text],
    queryFn: ({ signal }) => findTitles(register, text, { limit: MOST_FOUND, signal }),
    enabled: text.trim() !== '',
    placeholderData: keepPreviousData,
  });
  const hits = text.trim() ? (query.data ?? []) : [];
  return (
    <div className="link-search">
      <input
        id={inputId}
        className="input"
        type="search"
        aria-label={label}
        aria-describedby={described || undefined}
        placeholder={t('registers.linkPlaceholder')}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          const first = hits[0];
          if (event.key !== 'Enter') return;
          event.preventDefault();
          if (first) onChoose(first.recordId, first.title);
          setText('');
        }}
      />
      {hits.length ? (
        <ul className="link-hits">
          {hits.map(({ recordId, title }) => (
            <li key={recordId}>
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  onChoose(recordId, title);
                  setText('');
                }}
              >
                {title}
              </button>
            </li>
          ))}
        </ul>
      ) : null}
      {text.trim() && query.data?.length === 0 ? (
        <span className="field-hint" role="status">
          {t('registers.linkNothing')}
        </span>
      ) : null}
    </div>
  );
}
