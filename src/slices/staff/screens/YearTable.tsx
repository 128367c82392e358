import { Link } from '@tanstack/react-router';
import type { FindRatingYearAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { EmptyState } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { grades } from '../index.ts';

type Listed = FindRatingYearAnswer['lines'][number];
type Unlisted = FindRatingYearAnswer['unlisted'][number];
/** A person's year; no record where only his months are there yet. */
type Line = Omit<Listed, 'recordId'> & { recordId: string | null };
type Grade = NonNullable<Line['grade']>;

const placeOf = (grade: Grade | null): number | null => (grade === null ? null : grades.indexOf(grade));
/** Grades stand from the best: a smaller place is a better grade. */
const isAbove = ({ grade, proposed }: Line): boolean =>
  grade !== null && proposed !== null && grades.indexOf(grade) < grades.indexOf(proposed);

function useColumns(): Column<Line>[] {
  const t = useTexts();
  const { byId } = useUnits();
  return [
    {
      key: 'code',
      title: t('staff.code'),
      isRowHeader: true,
      value: ({ code }) => code,
      show: ({ recordId, code }) =>
        recordId === null ? (
          code
        ) : (
          <Link to="/registers/$key/records/$recordId" params={{ key: 'staff-years', recordId }}>
            {code}
          </Link>
        ),
    },
    { key: 'unit', title: t('staff.unit'), value: ({ unitId }) => byId.get(unitId ?? '')?.shortName ?? '' },
    { key: 'kind', title: t('staff.kind'), value: ({ kind }) => t(`staff.kind.${kind}`) },
    {
      key: 'points',
      title: t('staff.yearPoints'),
      align: 'end',
      value: ({ points }) => (points === null ? null : Number(points)),
      show: ({ points }) => (points === null ? '–' : figureText(points)),
    },
    {
      key: 'proposed',
      title: t('staff.yearProposed'),
      value: ({ proposed }) => placeOf(proposed),
      show: ({ proposed, cappedBy }) => (
        <>
          {proposed === null ? <span className="soft">{t('staff.tooFewMonths')}</span> : t(`staff.grade.${proposed}`)}
          {cappedBy.length ? (
            <span className="soft"> · {cappedBy.map((name) => t(`staff.yearCap.${name}`)).join(', ')}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'grade',
      title: t('staff.yearGrade'),
      value: ({ grade }) => placeOf(grade),
      show: (line) => (
        <>
          {line.grade === null ? (
            <span className="soft">{t(line.recordId === null ? 'staff.notListed' : 'staff.notDecided')}</span>
          ) : (
            t(`staff.grade.${line.grade}`)
          )}{' '}
          {isAbove(line) ? <StatusTag tone="risk">{t('staff.aboveProposal')}</StatusTag> : null}
        </>
      ),
    },
    {
      key: 'approved',
      title: t('staff.approvedYear'),
      value: ({ isApproved }) => t(isApproved ? 'staff.approvedYes' : 'staff.approvedNo'),
    },
  ];
}

type YearTableProps = { lines: readonly Listed[]; unlisted: readonly Unlisted[]; year: number };

/** Everybody's year: the grade that his months propose beside the one that was decided, which nothing overwrites. */
export function YearTable({ lines, unlisted, year }: YearTableProps) {
  const t = useTexts();
  const columns = useColumns();
  const rows: Line[] = [
    ...lines,
    ...unlisted.map((one) => ({ ...one, recordId: null, grade: null, isApproved: false })),
  ];
  return (
    <Card title={t('staff.yearList', { year })}>
      {rows.length === 0 ? (
        <EmptyState title={t('staff.emptyYear', { year })}>{t('staff.emptyYearLead')}</EmptyState>
      ) : (
        <>
          <p className="soft">{t('staff.yearLead')}</p>
          {unlisted.length ? <Notice>{t('staff.unlisted', { count: unlisted.length })}</Notice> : null}
          <DataTable
            caption={t('staff.yearList', { year })}
            columns={columns}
            rows={rows}
            keyOf={({ recordId, code }) => recordId ?? code}
            name="years"
            toneOf={(line) => (isAbove(line) ? 'risk' : undefined)}
          />
        </>
      )}
    </Card>
  );
}
