import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { api, type FindRatingMonthAnswer } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { EmptyState } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { grades } from '../index.ts';

type Line = FindRatingMonthAnswer['lines'][number];
type Grade = NonNullable<Line['decided']>;

const placeOf = (grade: Grade | null): number | null => (grade === null ? null : grades.indexOf(grade));
const decimal = (text: string | null): React.ReactNode => (text === null ? '–' : figureText(text));

function useColumns(): Column<Line>[] {
  const t = useTexts();
  const language = useLanguage();
  const { byId } = useUnits();
  return [
    {
      key: 'code',
      title: t('staff.code'),
      isRowHeader: true,
      value: ({ code }) => code,
      show: ({ recordId, code }) => (
        <Link to="/registers/$key/records/$recordId" params={{ key: 'staff-months', recordId }}>
          {code}
        </Link>
      ),
    },
    {
      key: 'unit',
      title: t('staff.unit'),
      value: ({ unitId }) => byId.get(unitId ?? '')?.shortName ?? '',
    },
    {
      key: 'points',
      title: t('staff.points'),
      align: 'end',
      value: ({ points }) => (points === null ? null : Number(points)),
      show: ({ points }) => decimal(points),
    },
    {
      key: 'late',
      title: t('staff.lateShare'),
      align: 'end',
      value: ({ lateShare }) => (lateShare === null ? null : Number(lateShare)),
      show: ({ lateShare }) => decimal(lateShare),
    },
    {
      key: 'proposed',
      title: t('staff.proposed'),
      value: ({ proposed }) => placeOf(proposed),
      show: ({ proposed, ceiling }) => (
        <>
          {proposed === null ? <span className="soft">{t('staff.noFigures')}</span> : t(`staff.grade.${proposed}`)}
          {ceiling === null ? null : <span className="soft"> · {t('staff.capped')}</span>}
        </>
      ),
    },
    {
      key: 'why',
      title: t('staff.why'),
      isWide: true,
      isHidden: true,
      value: ({ trace }) => trace.map((line) => line[language]).join(' '),
    },
    {
      key: 'decided',
      title: t('staff.decided'),
      value: ({ decided }) => placeOf(decided),
      show: ({ decided, isAboveCeiling }) => (
        <>
          {decided === null ? <span className="soft">{t('staff.notDecided')}</span> : t(`staff.grade.${decided}`)}{' '}
          {isAboveCeiling ? <StatusTag tone="late">{t('staff.aboveCeiling')}</StatusTag> : null}
        </>
      ),
    },
  ];
}

type MonthTableProps = { lines: readonly Line[]; year: number; month: string };

/** Everybody's month: what the rule proposes, what the head decided; red only where a decision breaks the ceiling. */
export function MonthTable({ lines, year, month }: MonthTableProps) {
  const t = useTexts();
  const columns = useColumns();
  const mayChange = useRights()('register.change');
  const proposing = useMutation({
    mutationFn: () => api.proposeRatings({ path: { month: `${year}-${month}` } }),
  });
  const register = (
    <Link to="/registers/$key" params={{ key: 'staff-months' }}>
      {t('staff.openRegister')}
    </Link>
  );
  const { data } = proposing;
  return (
    <Card title={t('staff.monthCaption', { month: Number(month), year })} more={register}>
      {lines.length === 0 ? (
        <EmptyState title={t('staff.emptyMonth')}>{t('staff.emptyMonthLead')}</EmptyState>
      ) : (
        <>
          {mayChange ? (
            <div className="form-buttons">
              <Button loading={proposing.isPending} onClick={() => proposing.mutate()}>
                {t('staff.propose')}
              </Button>
            </div>
          ) : null}
          {data ? (
            <Notice>
              {data.changed ? t('staff.proposedCount', { count: data.changed }) : t('staff.nothingToPropose')}
            </Notice>
          ) : null}
          {proposing.error ? <Notice tone="late">{proposing.error.message}</Notice> : null}
          <DataTable
            caption={t('staff.monthCaption', { month: Number(month), year })}
            columns={columns}
            rows={lines}
            keyOf={({ recordId }) => recordId}
            toneOf={({ isAboveCeiling }) => (isAboveCeiling ? 'late' : undefined)}
          />
        </>
      )}
    </Card>
  );
}
