import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { momentText } from '../../../../web/ui/moments.ts';
import { YearLine } from '../../../../web/ui/YearLine.tsx';
import { MissingNote, ReachedTag } from './MeasureMarks.tsx';
import type { Area, MeasureView } from './measure-view.ts';
import { changedText, lineWords, measureText, partsText, targetText } from './measure-words.ts';

type MeasureWallProps = { area: Area; views: readonly MeasureView[] };

/** The measures of an area as small cards: the number, its line, its target. */
export function MeasureWall({ area, views }: MeasureWallProps) {
  const t = useTexts();
  const language = useLanguage();
  const silent = views.filter(isSilent);
  const told = views.filter((view) => !isSilent(view));
  if (!views.length) return null;
  return (
    <section aria-label={area === 'other' ? t('measures.otherArea') : t(`registers.group.${area}`)}>
      <h2 className="wall-title">{area === 'other' ? t('measures.otherArea') : t(`registers.group.${area}`)}</h2>
      <ul className="wall">
        {told.map((view) => (
          <li key={view.measure.key} className="card wall-card">
            <MeasureCard view={view} />
          </li>
        ))}
      </ul>
      {silent.length ? (
        <details className="more wall-silent">
          <summary className="link-button">{t('measures.silent', { count: silent.length })}</summary>
          <ul className="things">
            {silent.map(({ measure }) => (
              <li key={measure.key}>
                <MissingNote measure={measure} />
                <span>
                  <Link to="/measures/$measureKey" params={{ measureKey: measure.key }}>
                    {measure.label[language]}
                  </Link>
                  {measure.register ? <span className="soft"> · {measure.register.name[language]}</span> : null}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  );
}

/** Nothing to draw: no number now, none last year, no line. */
const isSilent = ({ now, before, line }: MeasureView): boolean =>
  now === null && before === null && line.every((value) => value === null);

function MeasureCard({ view }: { view: MeasureView }) {
  const t = useTexts();
  const language = useLanguage();
  const { measure, now, line, lastLine } = view;
  const { label, register, target, lastChange } = measure;
  const change = changedText(view);
  return (
    <>
      <h3 className="wall-label">
        <Link to="/measures/$measureKey" params={{ measureKey: measure.key }}>
          {label[language]}
        </Link>
      </h3>
      {register ? <p className="soft wall-source">{register.name[language]}</p> : null}
      <div className="wall-figures">
        <div>
          <span className="wall-value">{now === null ? '–' : measureText(measure, now)}</span>{' '}
          <span className="soft nowrap">{partsText(measure, t)}</span>
        </div>
        <YearLine label={lineWords(view, t)} now={line} before={lastLine} target={target ? target.value : null} />
      </div>
      <p className="wall-notes">
        {target ? (
          <>
            <span className="nowrap">{t('measures.targetIs', { target: targetText(measure) })}</span>{' '}
            <ReachedTag view={view} />
          </>
        ) : null}
        {change ? <span className="soft nowrap">{t('measures.againstLast', { change })}</span> : null}
      </p>
      <MissingNote measure={measure} />
      {lastChange ? (
        <p className="soft wall-source">
          {t('measures.changed', { name: lastChange.by, moment: momentText(lastChange.at) })}
        </p>
      ) : null}
      {measure.address ? (
        <p className="wall-source no-print">
          <a href={measure.address}>{t('measures.records')}</a>
        </p>
      ) : null}
    </>
  );
}
