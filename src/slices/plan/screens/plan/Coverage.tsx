import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { UnitNames } from '../../../tasks/screens/task-parts.tsx';
import { LossTasks } from './LossTasks.tsx';
import type { LossOnScreen, PlanOnScreen } from './plan-on-screen.ts';

const coverages = ['uncovered', 'covered', 'won-back'] as const;
const tones = { uncovered: 'late', covered: 'teal', 'won-back': 'good' } as const;

const points = ({ lost }: LossOnScreen): number => Number(lost ?? 0);

/** Losses on the left beside the tasks that mend them; what no task covers comes first and says so. */
export function Coverage({ data }: { data: PlanOnScreen }) {
  const t = useTexts();
  const { search } = useAddress();
  const { deficits, areas } = data;
  if (!deficits.length)
    return (
      <Card title={t('plan.coverage')}>
        <p className="soft">{t('plan.none.deficits')}</p>
      </Card>
    );
  const shown = deficits
    .filter(({ coverage }) => !search.coverage || coverage === search.coverage)
    .filter(({ areaOrdinal }) => !search.lossArea || String(areaOrdinal) === search.lossArea)
    .sort((a, b) => coverages.indexOf(a.coverage) - coverages.indexOf(b.coverage) || points(b) - points(a));
  const uncovered = deficits.filter(({ coverage }) => coverage === 'uncovered');
  return (
    <Card
      title={t('plan.coverage')}
      more={
        uncovered.length ? (
          <StatusTag tone="late">{t('plan.uncoveredNote', { count: uncovered.length })}</StatusTag>
        ) : (
          <StatusTag tone="good">✓ {t('plan.allCovered')}</StatusTag>
        )
      }
    >
      <FilterBar
        filters={[
          {
            kind: 'choice',
            key: 'coverage',
            label: t('plan.coverageFilter'),
            choices: coverages.map((value) => ({ value, label: t(`plan.coverage.${value}`) })),
          },
          {
            kind: 'choice',
            key: 'lossArea',
            label: t('plan.field.area'),
            choices: areas.map(({ ordinal, name }) => ({ value: String(ordinal), label: `${ordinal}. ${name}` })),
          },
        ]}
      />
      <table className="coverage">
        <caption className="visually-hidden">{t('plan.coverageCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('plan.loss')}</th>
            <th scope="col">{t('plan.lossTasks')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((loss) => (
            <tr key={loss.deficitId} className={`coverage-${loss.coverage}`}>
              <th scope="row">
                <Loss loss={loss} />
              </th>
              <td>
                <LossTasks loss={loss} data={data} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length ? null : <p className="soft">{t('plan.nothingFits')}</p>}
    </Card>
  );
}

function Loss({ loss }: { loss: LossOnScreen }) {
  const t = useTexts();
  return (
    <>
      <div className="loss-head">
        {loss.lost === null ? (
          <StatusTag>{t('plan.lostUnstated')}</StatusTag>
        ) : (
          <StatusTag tone={tones[loss.coverage]}>−{figureText(loss.lost)}</StatusTag>
        )}
        <span className="loss-title">{loss.criterion}</span>
      </div>
      <div className="soft loss-facts">
        {loss.score !== null && loss.max !== null ? (
          <span className="nowrap">
            {figureText(loss.score)}/{figureText(loss.max)}
            {loss.reason || loss.responsible.length ? ' · ' : ''}
          </span>
        ) : null}
        {loss.reason}
        {loss.reason && loss.responsible.length ? ' · ' : ''}
        <UnitNames units={loss.responsible} />
      </div>
    </>
  );
}
