import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Decimal } from '../../../kernel/decimal.ts';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { StatusTag, type Tone } from '../../../web/ui/StatusTag.tsx';
import { toCsv } from '../../../web/ui/table.ts';
import type { LeafStatus } from '../../scoring/index.ts';
import { indexTree, type LeafFacts, openRows, type TreeFilter, type TreeRow } from '../rules/index-tree.ts';
import type { IndexOnScreen } from './index-on-screen.ts';
import { pointsByLeaf, scoresOf } from './stated-points.ts';
import './tree.css';

const TONES = {
  scored: 'plain',
  'no-data': 'risk',
  refused: 'late',
  'not-applicable': 'plain',
} as const satisfies Record<LeafStatus, Tone>;

const SHOWN = ['losses', 'no-task', 'mine', 'scored', 'no-data', 'refused', 'not-applicable'] as const;

const isShown = (word: string | undefined): word is (typeof SHOWN)[number] => SHOWN.some((one) => one === word);

/** What each leaf brings to the tree; "mine" is what my unit answers for or leads a task of. */
function factsOf(index: IndexOnScreen, unitIds: readonly string[]): Map<string, LeafFacts> {
  const { data, start, forecast, lastYear } = index;
  const self = pointsByLeaf(scoresOf(data, 'self'));
  const mine = new Set(unitIds);
  return new Map(
    start.points.leaves.map(({ leaf, points, lost, status, isApplicable }, at) => {
      const tasks = data.tasks.filter(({ leafCode }) => leafCode === leaf.code);
      const owner = data.reaches.find(({ leafCode }) => leafCode === leaf.code)?.ownerUnitId;
      return [
        leaf.code,
        {
          points: isApplicable ? points : null,
          lost: isApplicable ? lost : null,
          lastYear: lastYear.get(leaf.code) ?? null,
          self: self[leaf.code] ?? null,
          likely: forecast.leaves[at]?.likely.toDecimalPlaces(2) ?? null,
          tasks: tasks.filter(({ state }) => state !== 'done').length,
          status,
          isApplicable,
          isMine: mine.has(owner ?? '') || tasks.some(({ leadUnitId }) => mine.has(leadUnitId ?? '')),
        },
      ];
    }),
  );
}

const figure = (value: Decimal | null): string => (value === null ? '–' : figureText(value.toFixed()));

/** The set as a tree: area, criterion, leaf, folded and unfolded; only losses, only mine, by words. */
export function IndexTree({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const { search } = useAddress();
  const { user } = useSession();
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const filter: TreeFilter = {
    text: search.q ?? '',
    area: search.area ?? '',
    show: isShown(search.show) ? search.show : '',
  };
  const rows = indexTree(index.set, factsOf(index, user.unitIds), filter);
  const groups = rows.filter(({ level }) => level !== 'leaf').map(({ code }) => code);
  const toggle = (code: string) => {
    const next = new Set(folded);
    if (!next.delete(code)) next.add(code);
    setFolded(next);
  };
  return (
    <Card title={t('assessment.tree')}>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('assessment.criterion') },
          {
            kind: 'choice',
            key: 'area',
            label: t('assessment.area'),
            choices: index.set.areas.map(({ code, nameVi }) => ({ value: code, label: `${code}. ${nameVi}` })),
          },
          {
            kind: 'choice',
            key: 'show',
            label: t('tree.show'),
            choices: SHOWN.map((value) => ({ value, label: t(`tree.show.${value}`) })),
          },
        ]}
      />
      <TreeTools
        count={rows.filter(({ level }) => level === 'leaf').length}
        onUnfold={() => setFolded(new Set())}
        onFold={() => setFolded(new Set(groups))}
        onExport={() => download(t('assessment.treeCaption'), rows, t)}
      />
      {rows.length ? (
        <TreeTable rows={openRows(rows, folded)} folded={folded} onToggle={toggle} />
      ) : (
        <p className="soft">{t('results.nothingFits')}</p>
      )}
    </Card>
  );
}

type TreeToolsProps = { count: number; onUnfold: () => void; onFold: () => void; onExport: () => void };

function TreeTools({ count, onUnfold, onFold, onExport }: TreeToolsProps) {
  const t = useTexts();
  return (
    <div className="table-tools no-print">
      <span className="soft">{t('tree.leaves', { count })}</span>
      <span className="table-tools-buttons">
        <button type="button" className="link-button" onClick={onUnfold}>
          {t('tree.unfold')}
        </button>
        <button type="button" className="link-button" onClick={onFold}>
          {t('tree.fold')}
        </button>
        <button type="button" className="link-button" onClick={onExport}>
          {t('web.tableExport')}
        </button>
        <button type="button" className="link-button" onClick={() => window.print()}>
          {t('web.tablePrint')}
        </button>
      </span>
    </div>
  );
}

const COLUMNS = ['max', 'lastYear', 'self', 'points', 'likely', 'lost', 'tasks'] as const;
type ColumnKey = (typeof COLUMNS)[number];

const cellOf = (row: TreeRow, key: ColumnKey): string => (key === 'tasks' ? String(row.tasks) : figure(row[key]));

function download(caption: string, rows: readonly TreeRow[], t: ReturnType<typeof useTexts>): void {
  const head = [t('assessment.code'), t('assessment.criterion'), ...COLUMNS.map((key) => t(`tree.column.${key}`))];
  const lines = rows.map((row) => [
    row.code,
    row.name,
    ...COLUMNS.map((key) => (key === 'tasks' ? row.tasks : (row[key]?.toNumber() ?? null))),
  ]);
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([toCsv([head, ...lines])], { type: 'text/csv;charset=utf-8' }));
  link.download = `${caption}.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}

type TreeTableProps = { rows: readonly TreeRow[]; folded: ReadonlySet<string>; onToggle: (code: string) => void };

function TreeTable({ rows, folded, onToggle }: TreeTableProps) {
  const t = useTexts();
  return (
    // biome-ignore-start lint/a11y: a part that scrolls must be reached by keyboard; no landmark, pages have enough
    <div className="table-scroll" role="group" tabIndex={0} aria-label={t('assessment.treeCaption')}>
      {/* biome-ignore-end lint/a11y: only the frame of the table */}
      <table className="table tree">
        <caption className="visually-hidden">{t('assessment.treeCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('assessment.criterion')}</th>
            {COLUMNS.map((key) => (
              <th key={key} scope="col" className="align-end">
                {t(`tree.column.${key}`)}
              </th>
            ))}
            <th scope="col">{t('assessment.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={`${row.level} ${row.code}`} row={row} isFolded={folded.has(row.code)} onToggle={onToggle} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type LineProps = { row: TreeRow; isFolded: boolean; onToggle: (code: string) => void };

function Line({ row, isFolded, onToggle }: LineProps) {
  const t = useTexts();
  const { code, name, level, depth, status, lost, isApplicable } = row;
  const isLost = isApplicable && (lost?.greaterThan(0) ?? false);
  return (
    <tr className={`tree-${level}`}>
      <th scope="row" className="wide-cell">
        <span className="tree-name" style={{ paddingInlineStart: `${depth * 1.25}rem` }}>
          {level === 'leaf' ? (
            <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
              {code} {name}
            </Link>
          ) : (
            <button type="button" className="tree-fold" aria-expanded={!isFolded} onClick={() => onToggle(code)}>
              <span aria-hidden="true">{isFolded ? '▸' : '▾'}</span> {code}. {name}
            </button>
          )}
        </span>
      </th>
      {COLUMNS.map((key) => (
        <td key={key} className={`align-end${key === 'lost' && isLost ? ' tree-lost' : ''}`}>
          {cellOf(row, key)}
        </td>
      ))}
      <td>
        {status === null || status === 'scored' ? (
          isLost && status === 'scored' && row.tasks === 0 ? (
            <StatusTag tone="late">{t('tree.noTask')}</StatusTag>
          ) : null
        ) : (
          <StatusTag tone={TONES[status]}>{t(`assessment.state.${status}`)}</StatusTag>
        )}
      </td>
    </tr>
  );
}
