import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { EmptyState } from '../../../../web/ui/States.tsx';
import { StatusTag, type Tone } from '../../../../web/ui/StatusTag.tsx';
import { matchesWords } from '../../../../web/ui/table.ts';
import type { PlanComparison } from '../../../reading/index.ts';
import { type ComparedLine, linesOf } from '../../rules/compare-drafts.ts';

const kinds = ['added', 'dropped', 'changed', 'divided', 'united', 'moved'] as const;
const tones = {
  added: 'good',
  dropped: 'risk',
  changed: 'teal',
  divided: 'teal',
  united: 'teal',
} as const satisfies Record<ComparedLine['kind'], Tone>;

const isOfKind = (line: ComparedLine, kind: string): boolean =>
  kind === '' || (kind === 'moved' ? line.direction !== null : line.kind === kind);

/** Every difference as a line, counted above; filters in the address, to export and to print. */
export function ComparedTable({ comparison }: { comparison: PlanComparison }) {
  const t = useTexts();
  const { search } = useAddress();
  const columns = useColumns();
  const lines = linesOf(comparison);
  const shown = lines.filter(
    (line) =>
      isOfKind(line, search.kind ?? '') && matchesWords(`${line.title} ${line.before} ${line.after}`, search.q ?? ''),
  );
  const { tasks, deficits } = comparison;
  const facts = {
    added: lines.filter(({ kind }) => kind === 'added').length,
    dropped: lines.filter(({ kind }) => kind === 'dropped').length,
    divided: lines.filter(({ kind }) => kind === 'divided').length,
    united: lines.filter(({ kind }) => kind === 'united').length,
    changed: tasks.changed.length + deficits.changed.length,
    unchanged: tasks.unchanged + deficits.unchanged,
    moved: lines.filter(({ direction }) => direction !== null).length,
  };
  if (lines.length === 0) return <EmptyState title={t('compare.equal')}>{t('compare.equalLead')}</EmptyState>;
  return (
    <Card title={t('compare.facts', facts)}>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('compare.search') },
          {
            kind: 'choice',
            key: 'kind',
            label: t('compare.kind'),
            choices: kinds.map((value) => ({ value, label: t(`compare.kind.${value}`) })),
          },
        ]}
      />
      <DataTable caption={t('plan.compareTitle')} columns={columns} rows={shown} keyOf={({ key }) => key} />
    </Card>
  );
}

function useColumns(): readonly Column<ComparedLine>[] {
  const t = useTexts();
  const fieldText = ({ field }: ComparedLine): string => (field === null ? '' : t(`plan.field.${field}`));
  return [
    {
      key: 'kind',
      title: t('compare.kind'),
      value: ({ kind }) => t(`compare.kind.${kind}`),
      show: ({ kind }) => <StatusTag tone={tones[kind]}>{t(`compare.kind.${kind}`)}</StatusTag>,
    },
    { key: 'part', title: t('compare.part'), value: ({ part }) => t(`compare.part.${part}`) },
    {
      key: 'title',
      title: t('compare.what'),
      value: ({ title }) => title || null,
      isRowHeader: true,
      isWide: true,
    },
    { key: 'field', title: t('compare.field'), value: (line) => fieldText(line) || null },
    { key: 'before', title: t('compare.before'), value: ({ before }) => before, isWide: true },
    { key: 'after', title: t('compare.after'), value: ({ after }) => after, isWide: true },
    {
      key: 'direction',
      title: t('compare.direction'),
      value: ({ direction }) => direction && t(`compare.direction.${direction}`),
    },
  ];
}
