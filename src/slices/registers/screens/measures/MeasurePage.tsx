import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useAddress } from '../../../../web/address.ts';
import { api, type GetMeasureAnswer } from '../../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { MeasureParts } from '../../../../web/measure-parts.tsx';
import { useSession, useYear } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FigureRow, KeyFigure } from '../../../../web/ui/Figures.tsx';
import { momentText } from '../../../../web/ui/moments.ts';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../../web/ui/States.tsx';
import { YearLine, YearLineLegend } from '../../../../web/ui/YearLine.tsx';
import { MissingNote, ReachedTag } from './MeasureMarks.tsx';
import { MeasureMonths, MeasureUnits } from './MeasureParts.tsx';
import { type MeasureView, viewOfMeasure } from './measure-view.ts';
import { changedText, lineWords, measureText, partsText, targetText } from './measure-words.ts';
import './measures.css';

/** One measure: its year beside last year's, by month and by unit, and the way to the records behind it. */
export function Page() {
  const t = useTexts();
  const { measureKey = '' } = useParams({ strict: false });
  const year = useYear();
  const { unit } = useAddress().search;
  const query = useQuery({
    queryKey: ['measures', 'one', measureKey, year, unit ?? ''],
    queryFn: ({ signal }) =>
      api.getMeasure({ path: { measureKey }, query: { year, ...(unit ? { unitId: unit } : {}) }, signal }),
  });
  return (
    <Loaded query={query} title={t('measures.measure')}>
      {(answer) => <MeasureInDetail answer={answer} year={year} />}
    </Loaded>
  );
}

type DetailProps = { answer: GetMeasureAnswer; year: number };

function MeasureInDetail({ answer, year }: DetailProps) {
  const t = useTexts();
  const language = useLanguage();
  const { today } = useSession();
  const view = viewOfMeasure(answer.measure, { year, today, areaOf: () => 'other' });
  const { measure } = view;
  return (
    <>
      <PageHead
        title={measure.label[language]}
        lead={measure.register ? measure.register.name[language] : t('measures.otherArea')}
        crumbs={[
          <Link key="measures" to="/measures">
            {t('measures.title')}
          </Link>,
        ]}
        actions={
          measure.address ? (
            <a className="strong-link" href={measure.address}>
              {t('measures.records')}
            </a>
          ) : null
        }
      />
      <div className="stack">
        <Figures view={view} year={year} />
        <Card title={t('measures.line')} more={<YearLineLegend year={year} />}>
          <YearLine
            label={lineWords(view, t)}
            now={view.line}
            before={view.lastLine}
            target={measure.target?.value ?? null}
            size="large"
          />
          <MeasureMonths view={view} year={year} />
        </Card>
        <div className="grid grid-top">
          <div className="wide-8">
            <MeasureUnits answer={answer} year={year} />
          </div>
          <div className="wide-4 stack">
            <Around view={view} />
            <MeasureParts measureKey={measure.key} />
          </div>
        </div>
      </div>
    </>
  );
}

function Figures({ view, year }: { view: MeasureView; year: number }) {
  const t = useTexts();
  const { measure, now, before } = view;
  return (
    <Card>
      <FigureRow>
        <KeyFigure label={t('web.yearOf', { year })} note={partsText(measure, t)} tone="main">
          {now === null ? '–' : measureText(measure, now)}
        </KeyFigure>
        {measure.target ? (
          <KeyFigure label={t('web.target')} note={<ReachedTag view={view} />}>
            {targetText(measure)}
          </KeyFigure>
        ) : null}
        <KeyFigure
          label={t('web.yearOf', { year: year - 1 })}
          note={changedText(view) ? t('measures.againstLast', { change: changedText(view) }) : undefined}
        >
          {before === null ? '–' : measureText(measure, before)}
        </KeyFigure>
      </FigureRow>
      <MissingNote measure={measure} />
    </Card>
  );
}

/** Where the measure comes from and where it is used. */
function Around({ view: { measure } }: { view: MeasureView }) {
  const t = useTexts();
  const { lastChange, leaves, register } = measure;
  return (
    <Card title={t('measures.around')}>
      <div className="stack">
        {lastChange ? (
          <p>{t('measures.changed', { name: lastChange.by, moment: momentText(lastChange.at) })}</p>
        ) : (
          <p className="soft">{t('measures.neverChanged')}</p>
        )}
        {register ? (
          <p>
            <Link to="/registers/$key" params={{ key: register.key }}>
              {t('measures.toRegister')}
            </Link>
          </p>
        ) : null}
        {leaves.length ? (
          <div>
            <h3 className="around-title">{t('measures.leaves')}</h3>
            <ul className="plain-list">
              {leaves.map((code) => (
                <li key={code}>
                  <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
                    {code}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p>
            <Link to="/index">{t('declare.toIndex')}</Link>
          </p>
        )}
      </div>
    </Card>
  );
}
