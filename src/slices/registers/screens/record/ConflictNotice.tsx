import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import type { Labels } from '../on-screen.ts';
import type { TheirChange } from '../values/edits.ts';
import { documentParts, inputsOf, type Typed, valuesOfTyped } from '../values/typed-values.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { valueText } from '../values/value-text.ts';

type ConflictNoticeProps = {
  declaration: RegisterDeclaration;
  changes: readonly TheirChange[];
  /** Who saved last. */
  who: string;
  labels: Labels;
  typed: Typed;
  onChoose: (input: string, text: string) => void;
};

/** The field that an input belongs to, and which part of a document it is. */
function placeOf({ fields }: RegisterDeclaration, input: string) {
  const found = Object.entries(fields).find(([name, field]) => inputsOf(name, field).includes(input));
  const part = documentParts.find((one) => input.endsWith(`.${one}`));
  return found ? { name: found[0], field: found[1], part: found[1].kind === 'document' ? part : undefined } : null;
}

/** What another person saved meanwhile: taken over where I changed nothing, to be chosen where both did. */
export function ConflictNotice(props: ConflictNoticeProps) {
  const { declaration, changes, who } = props;
  const t = useTexts();
  const both = changes.filter(({ mine }) => mine !== null).length;
  if (!changes.length) return null;
  return (
    <Notice tone="risk">
      <p>
        <b>{t('registers.conflict', { name: who })}</b>{' '}
        {both ? t('registers.conflictBoth', { count: both }) : t('registers.conflictTaken')}
      </p>
      <ul className="changes">
        {changes.map((change) =>
          placeOf(declaration, change.input) ? <OneChange key={change.input} {...props} change={change} /> : null,
        )}
      </ul>
    </Notice>
  );
}

function OneChange({ declaration, change, labels, typed, onChoose }: ConflictNoticeProps & { change: TheirChange }) {
  const t = useTexts();
  const language = useLanguage();
  const words = useValueWords(labels);
  const place = placeOf(declaration, change.input);
  if (!place) return null;
  const { name, field, part } = place;
  const read = (text: string): string => {
    if (part) return text || t('registers.absent');
    const value = valuesOfTyped({ [name]: field }, { [change.input]: text })[name];
    return valueText(field, value, words) || t('registers.absent');
  };
  const label = part ? `${field.label[language]} · ${t(`registers.document.${part}`)}` : field.label[language];
  return (
    <li>
      {label}: <del>{read(change.before)}</del> → <ins>{read(change.theirs)}</ins>
      {change.mine === null ? null : (
        <fieldset className="field-group conflict-choice">
          <legend className="visually-hidden">{label}</legend>
          {[
            { text: change.mine, words: t('registers.conflictMine', { value: read(change.mine) }) },
            { text: change.theirs, words: t('registers.conflictTheirs', { value: read(change.theirs) }) },
          ].map((choice) => (
            <label key={choice.words}>
              <input
                type="radio"
                name={`conflict-${change.input}`}
                checked={(typed[change.input] ?? '') === choice.text}
                onChange={() => onChoose(change.input, choice.text)}
              />
              {choice.words}
            </label>
          ))}
        </fieldset>
      )}
    </li>
  );
}
