import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../web/language.ts';
import { useRights, useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import { movedSince } from '../rules/what-counts.ts';
import { indexQuery } from './index-on-screen.ts';
import { figuresText } from './leaf/figures-words.ts';

/** What was frozen of a measure on the closing date, leaf by leaf, beside what its records say now. */
export function FrozenMeasure({ measureKey }: { measureKey: string }) {
  const t = useTexts();
  const mayRead = useRights()('index.read');
  const { data } = useQuery({ ...indexQuery(useYear()), enabled: mayRead });
  const frozen = (data?.frozen ?? []).flatMap(({ leafCode, extractedAt, places, ...first }) =>
    (places ?? [first])
      .filter((one) => one.measureKey === measureKey)
      .map(({ figures }) => ({ leafCode, extractedAt, measureKey, figures, places: null })),
  );
  if (!data || frozen.length === 0) return null;
  return (
    <Card title={t('feeds.frozen')}>
      <ul className="plain-list">
        {frozen.map((one) => {
          const [moved] = movedSince(one, data.ties);
          return (
            <li key={one.leafCode}>
              <Link to="/index/leaves/$leafCode" params={{ leafCode: one.leafCode }}>
                {one.leafCode}
              </Link>
              : <b>{figuresText(one.figures)}</b>{' '}
              <span className="soft">
                {one.extractedAt ? t('feeds.frozenAt', { moment: momentText(one.extractedAt) }) : ''}
              </span>
              {moved ? (
                <Notice tone="risk">{t('feeds.frozenMoved', { after: figuresText(moved.after) })}</Notice>
              ) : null}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
