import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { dayText, momentText } from '../../../../web/ui/moments.ts';
import type { RegisterDeclaration } from '../../index.ts';
import type { ChangeOnScreen, Labels } from '../on-screen.ts';
import { useValueWords } from '../values/use-value-words.ts';
import { valueText } from '../values/value-text.ts';

type HistoryCardProps = {
  declaration: RegisterDeclaration;
  changes: readonly ChangeOnScreen[];
  labels: Labels;
};

/** Who changed what from what to what, the newest first. */
export function HistoryCard({ declaration, changes, labels }: HistoryCardProps) {
  const t = useTexts();
  return (
    <Card title={t('registers.history')}>
      {changes.length ? null : <p className="soft">{t('registers.historyNone')}</p>}
      <ul className="events">
        {changes.map((change) => (
          <li key={change.version}>
            <b>{t(`registers.changed.${kindOf(change.kind)}`)}</b>
            <span className="soft">
              {' · '}
              {t('registers.changedBy', { name: change.actorName, moment: momentText(change.at) })}
            </span>
            {change.note ? <p>{change.note}</p> : null}
            <ChangedFields declaration={declaration} change={change} labels={labels} />
          </li>
        ))}
      </ul>
    </Card>
  );
}

type ChangedFieldsProps = { declaration: RegisterDeclaration; change: ChangeOnScreen; labels: Labels };

const kinds = ['created', 'changed', 'step', 'deleted', 'restored', 'redated'] as const;
const kindOf = (kind: string) => kinds.find((one) => one === kind) ?? 'changed';

/** A new record needs no list of everything it was entered with. */
function ChangedFields({
  declaration,
  change: { kind, before, after, step, days, hidden },
  labels,
}: ChangedFieldsProps) {
  const t = useTexts();
  const language = useLanguage();
  const words = useValueWords(labels);
  if (kind === 'created' || kind === 'deleted' || kind === 'restored') return null;
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const absent = t('registers.absent');
  const stepText = (step: unknown): string =>
    step ? (declaration.steps?.[String(step)]?.label[language] ?? String(step)) : absent;
  return (
    <ul className="changes">
      {step ? (
        <li>
          {t('registers.step')}: <del>{stepText(step.from)}</del> → <ins>{stepText(step.to)}</ins>
        </li>
      ) : null}
      {days.map(({ clock, from, to }) => (
        <li key={clock ?? ''}>
          {clock === null ? t('registers.day.due-day') : declaration.clocks?.[clock]?.label[language]}:{' '}
          <del>{from ? dayText(from) : absent}</del> → <ins>{to ? dayText(to) : absent}</ins>
        </li>
      ))}
      {keys.map((key) => {
        const field = declaration.fields[key];
        return field ? (
          <li key={key}>
            {field.label[language]}: <del>{valueText(field, before[key], words) || absent}</del> →{' '}
            <ins>{valueText(field, after[key], words) || absent}</ins>
          </li>
        ) : null;
      })}
      {hidden ? <li className="soft">{t('registers.changedHidden', { count: hidden })}</li> : null}
    </ul>
  );
}
