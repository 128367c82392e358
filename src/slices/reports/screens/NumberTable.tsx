import { Button } from 'antd';
import { useState } from 'react';
import { Decimal } from '../../../kernel/decimal.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { fieldId } from '../../../web/ui/Field.tsx';
import { Change } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import type { Confirmation } from '../rules/content.ts';
import type { NumberField } from '../rules/duty.ts';
import { type Numbers, shownFigure } from '../rules/figures.ts';
import type { OddFigure } from '../rules/odd-figures.ts';
import type { ReportOnScreen } from './on-screen.ts';
import { readFigure, type Typed } from './report-values.ts';

type NumberTableProps = {
  report: ReportOnScreen;
  typed: Typed;
  numbers: Numbers;
  odd: readonly OddFigure[];
  open: readonly OddFigure[];
  confirmations: readonly Confirmation[];
  /** Null where the figures are only shown. */
  onType: ((name: string) => (value: string) => void) | null;
  onConfirm: (confirmation: Confirmation) => Promise<void>;
};

/** This period's figures beside last period's; what is odd is asked in its row. */
export function NumberTable(props: NumberTableProps) {
  const t = useTexts();
  const { report } = props;
  const [last] = report.history;
  return (
    <Card title={t('reports.figures')}>
      {/* biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard */}
      <div className="table-scroll" role="group" tabIndex={0} aria-label={t('reports.figures')}>
        {/* biome-ignore-end lint/a11y: only the frame of the table */}
        <table className="table">
          <caption className="visually-hidden">{t('reports.figures')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('reports.figure')}</th>
              <th scope="col" className="align-end">
                {last ? last.name : t('reports.lastPeriod')}
              </th>
              <th scope="col" className="align-end">
                {report.periodName}
              </th>
              <th scope="col" className="align-end">
                {t('reports.change')}
              </th>
            </tr>
          </thead>
          <tbody>
            {report.form.numbers.map((field) => (
              <NumberRow key={field.key} field={field} lastNumbers={last?.numbers ?? {}} {...props} />
            ))}
          </tbody>
        </table>
      </div>
    </Card>
  );
}

type NumberRowProps = NumberTableProps & { field: NumberField; lastNumbers: Numbers };

function NumberRow({ field, lastNumbers, ...props }: NumberRowProps) {
  const t = useTexts();
  const now = shownFigure(field, props.numbers);
  const last = shownFigure(field, lastNumbers);
  const change = now !== null && last !== null ? new Decimal(now).minus(last).toFixed() : null;
  const asked = props.odd.filter((one) => one.field === field.key);
  return (
    <tr>
      <th scope="row">
        <label htmlFor={fieldId(field.key)}>{field.label}</label>
        {field.unit ? <span className="soft"> ({field.unit})</span> : null}
        {asked.map((one) => (
          <OddQuestion
            key={one.reason}
            asked={one}
            mayConfirm={one.reason !== 'missing-now' || !field.isRequired}
            {...props}
          />
        ))}
      </th>
      <td className="align-end">{last === null ? '–' : figureText(last)}</td>
      <td className="align-end">
        <FigureInput field={field} now={now} {...props} />
      </td>
      <td className="align-end">
        {change === null ? <span className="soft">{t('reports.noChange')}</span> : <Change change={change} />}
      </td>
    </tr>
  );
}

function FigureInput({ field, now, typed, onType }: NumberTableProps & { field: NumberField; now: string | null }) {
  const t = useTexts();
  const name = `number:${field.key}`;
  const text = typed[name] ?? '';
  const isWrong = readFigure(text) === undefined;
  if (field.compile.how === 'share' || !onType)
    return <output id={fieldId(field.key)}>{now === null ? '–' : figureText(now)}</output>;
  return (
    <>
      <input
        id={fieldId(field.key)}
        className="input report-number"
        inputMode="decimal"
        autoComplete="off"
        value={text}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? `${fieldId(field.key)}-wrong` : undefined}
        onChange={(event) => onType(name)(event.target.value)}
      />
      {isWrong ? (
        <div id={`${fieldId(field.key)}-wrong`} className="field-error">
          {t('reports.notANumber')}
        </div>
      ) : null}
    </>
  );
}

/** One odd figure: why it is asked about, and the place for the answer. */
function OddQuestion({
  asked: odd,
  mayConfirm,
  open,
  confirmations,
  onType,
  onConfirm,
}: NumberTableProps & { asked: OddFigure; mayConfirm: boolean }) {
  const t = useTexts();
  const said = confirmations.find(
    ({ field, reason, value }) => field === odd.field && reason === odd.reason && value === odd.value,
  );
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const isOpen = open.includes(odd);
  const inputId = `${fieldId(odd.field)}-${odd.reason}`;
  const answer = (): void => {
    setBusy(true);
    void onConfirm({ field: odd.field, reason: odd.reason, value: odd.value, note: note.trim() }).finally(() =>
      setBusy(false),
    );
  };
  return (
    <div className="report-odd">
      <p>
        {t(`reports.odd.${odd.reason}`, {
          value: odd.value === '' ? '–' : figureText(odd.value),
          against: figureText(odd.against),
        })}
      </p>
      {!isOpen && said ? <p className="soft">{t('reports.oddSaid', { note: said.note })}</p> : null}
      {isOpen && onType && mayConfirm ? (
        <>
          <label htmlFor={inputId}>{t('reports.oddWhy')}</label>
          <input id={inputId} className="input" value={note} onChange={(event) => setNote(event.target.value)} />
          <Button loading={isBusy} disabled={note.trim() === ''} onClick={answer}>
            {t('reports.oddConfirm')}
          </Button>
        </>
      ) : null}
    </div>
  );
}
