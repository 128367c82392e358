import { useAddress } from '../address.ts';
import { Card } from '../ui/Card.tsx';
import { type Column, DataTable } from '../ui/DataTable.tsx';
import { DueBadge } from '../ui/DueBadge.tsx';
import { Points } from '../ui/Figures.tsx';
import { FilterBar } from '../ui/FilterBar.tsx';
import { EmptyState } from '../ui/States.tsx';
import { UnitName } from '../ui/StatusTag.tsx';
import { matchesWords } from '../ui/table.ts';
import { GALLERY_DAY, type SampleTask } from './samples.ts';

const columns: readonly Column<SampleTask>[] = [
  {
    key: 'title',
    title: 'Công việc',
    value: ({ title }) => title,
    show: ({ title }) => <a href="/gallery">{title}</a>,
    isRowHeader: true,
    isWide: true,
  },
  {
    key: 'unit',
    title: 'Chủ trì',
    value: ({ unit }) => unit,
    show: ({ shortName, unit }) => <UnitName shortName={shortName} name={unit} />,
  },
  {
    key: 'points',
    title: 'Điểm',
    value: ({ points }) => (points === null ? null : Number(points)),
    show: ({ points }) => (points === null ? '–' : <Points points={points} />),
    align: 'end',
  },
  {
    key: 'due',
    title: 'Thời hạn',
    value: ({ dueOn }) => dueOn,
    show: ({ phrase, dueOn, workingDaysLeft, isDone }) => (
      <DueBadge phrase={phrase} dueOn={dueOn} today={GALLERY_DAY} workingDaysLeft={workingDaysLeft} isDone={isDone} />
    ),
  },
  { key: 'id', title: 'Số', value: ({ id }) => id, isHidden: true },
];

type GalleryTableProps = { rows: readonly SampleTask[] };

export function GalleryTable({ rows }: GalleryTableProps) {
  const { q = '', unit = '' } = useAddress().search;
  const found = rows.filter((row) => matchesWords(row.title, q) && (!unit || row.shortName === unit));
  return (
    <Card title="Danh sách">
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: 'Tìm trong danh sách' },
          {
            kind: 'choice',
            key: 'unit',
            label: 'Chủ trì',
            choices: rows.map(({ shortName, unit: name }) => ({ value: shortName, label: name })),
          },
          { kind: 'day', key: 'from', label: 'Từ ngày' },
        ]}
      />
      {found.length ? (
        <DataTable
          caption="Công việc mẫu"
          columns={columns}
          rows={found}
          keyOf={({ id }) => id}
          selectedKey="2"
          toneOf={({ workingDaysLeft, isDone }) => ((workingDaysLeft ?? 0) < 0 && !isDone ? 'late' : undefined)}
        />
      ) : (
        <EmptyState />
      )}
    </Card>
  );
}
