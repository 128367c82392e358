import { type KeyboardEvent, useEffect, useId, useRef } from 'react';
import { useTexts } from '../language.ts';
import './fields.css';

type ManySelectProps = {
  label: string;
  choices: readonly { value: string; label: string }[];
  held: readonly string[];
  onChange: (held: readonly string[]) => void;
};

/** Escape and a click elsewhere close what hangs open. */
function useClosing(details: React.RefObject<HTMLDetailsElement | null>) {
  useEffect(() => {
    const close = (event: PointerEvent) => {
      const element = details.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    document.addEventListener('pointerdown', close);
    return () => document.removeEventListener('pointerdown', close);
  }, [details]);
  return (event: KeyboardEvent) => {
    const element = details.current;
    if (event.key !== 'Escape' || !element?.open) return;
    element.open = false;
    element.querySelector('summary')?.focus();
  };
}

/** One or several of a list, as a filter: the list hangs under its name and says what is ticked. */
export function ManySelect({ label, choices, held, onChange }: ManySelectProps) {
  const t = useTexts();
  const [labelId, wordsId] = [useId(), useId()];
  const details = useRef<HTMLDetailsElement>(null);
  const onKeyDown = useClosing(details);
  const names = held.map((one) => choices.find((choice) => choice.value === one)?.label ?? one);
  const flip = (value: string, isHeld: boolean) =>
    onChange(isHeld ? [...held, value] : held.filter((one) => one !== value));
  return (
    <div className="filter">
      <span className="filter-label" id={labelId}>
        {label}
      </span>
      <details className="drop many-select" ref={details} onKeyDown={onKeyDown}>
        <summary className="input" aria-labelledby={`${labelId} ${wordsId}`}>
          <span id={wordsId}>{names.length ? names.join(', ') : t('web.filterAll')}</span>
        </summary>
        <fieldset className="drop-panel">
          <legend className="visually-hidden">{label}</legend>
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
          {choices.length ? null : <span className="soft">{t('web.filterNoChoices')}</span>}
        </fieldset>
      </details>
    </div>
  );
}
