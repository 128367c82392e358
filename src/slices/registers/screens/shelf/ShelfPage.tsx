import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useAddress } from '../../../../web/address.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { useRights, useYear } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../../web/ui/States.tsx';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import { matchesWords } from '../../../../web/ui/table.ts';
import '../../../../web/ui/table.css';
import { shelfQuery } from '../calls.ts';
import { groups } from '../groups.ts';
import { measuresQuery } from '../measures/measures-query.ts';
import type { ShelfEntry } from '../on-screen.ts';
import '../registers.css';

/** The shelf: every register by group, with what is open and late in it. */
export function Page() {
  const t = useTexts();
  const query = useQuery(shelfQuery);
  return (
    <>
      <PageHead
        title={t('registers.title')}
        lead={query.data ? <ShelfLead registers={query.data.registers} /> : undefined}
        actions={<ShelfActions />}
      />
      <Loaded query={query}>{({ registers }) => <Shelf registers={registers} />}</Loaded>
    </>
  );
}

type ShelfProps = { registers: readonly ShelfEntry[] };

function ShelfLead({ registers }: ShelfProps) {
  const t = useTexts();
  const sum = (of: (entry: ShelfEntry) => number): number => registers.reduce((all, entry) => all + of(entry), 0);
  const late = sum((entry) => entry.late);
  const words = { open: sum(({ open }) => open), late, count: registers.length };
  return <>{late ? t('registers.shelfLate', words) : t('registers.shelfCalm', words)}</>;
}

function ShelfActions() {
  const t = useTexts();
  const hasRight = useRights();
  return (
    <>
      <Link className="strong-link plain" to="/measures">
        {t('measures.title')}
      </Link>
      {hasRight('register.declare') ? (
        <Link className="strong-link" to="/registers/declare">
          {t('registers.declare')}
        </Link>
      ) : null}
    </>
  );
}

const shows = ['late', 'open', 'used', 'own'] as const;

function isShown(entry: ShelfEntry, show: string | undefined): boolean {
  switch (show) {
    case 'late':
      return entry.late > 0;
    case 'open':
      return entry.open > 0;
    case 'used':
      return entry.total > 0;
    case 'own':
      return entry.isOwn;
    default:
      return true;
  }
}

/** How many measures of each register have no figure this year: asked beside the shelf, which does not wait for it. */
function useMissing(): ReadonlyMap<string, number> {
  const { data } = useQuery(measuresQuery(useYear(), undefined));
  const missing = new Map<string, number>();
  for (const { register, gap } of data?.measures ?? [])
    if (register && gap) missing.set(register.key, (missing.get(register.key) ?? 0) + 1);
  return missing;
}

function Shelf({ registers }: ShelfProps) {
  const t = useTexts();
  const missing = useMissing();
  const { search } = useAddress();
  const found = registers.filter(
    (entry) =>
      isShown(entry, search.show) &&
      matchesWords([entry.name.vi, entry.name.en, entry.purpose.vi].join(' · '), search.q ?? ''),
  );
  if (!registers.length)
    return <EmptyState title={t('registers.shelfNone')}>{t('registers.shelfNoneLead')}</EmptyState>;
  return (
    <>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('registers.shelfSearch') },
          {
            kind: 'choice',
            key: 'show',
            label: t('registers.shelfShow'),
            choices: shows.map((value) => ({ value, label: t(`registers.shelfShow.${value}`) })),
          },
        ]}
      />
      {found.length ? null : <EmptyState>{t('registers.shelfNothing')}</EmptyState>}
      <div className="shelf">
        {groups.map((group) => (
          <ShelfGroup
            key={group}
            group={group}
            registers={found.filter((entry) => entry.group === group)}
            missing={missing}
          />
        ))}
      </div>
    </>
  );
}

type ShelfGroupProps = ShelfProps & { group: (typeof groups)[number]; missing: ReadonlyMap<string, number> };

function ShelfGroup({ group, registers, missing }: ShelfGroupProps) {
  const t = useTexts();
  const language = useLanguage();
  if (!registers.length) return null;
  return (
    <Card title={t(`registers.group.${group}`)}>
      <table className="table shelf-table">
        <caption className="visually-hidden">{t(`registers.group.${group}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registers.register')}</th>
            <th scope="col" className="align-end">
              {t('registers.late')}
            </th>
            <th scope="col" className="align-end">
              {t('registers.open')}
            </th>
            <th scope="col" className="align-end">
              {t('registers.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {registers.map((entry) => (
            <tr key={entry.key} className={entry.late ? 'row-late' : undefined}>
              <th scope="row" className="wide-cell">
                <Link to="/registers/$key" params={{ key: entry.key }}>
                  {entry.name[language]}
                </Link>
                <span className="shelf-purpose soft">{entry.purpose[language]}</span>
                {entry.isRedated ? (
                  <span className="shelf-purpose">
                    <StatusTag tone="teal">{t('registers.redatedTag')}</StatusTag>
                  </span>
                ) : null}
                {missing.has(entry.key) ? (
                  <Link className="shelf-purpose" to="/measures" search={{ show: 'missing', q: entry.name[language] }}>
                    <StatusTag tone="risk">
                      {t('registers.missingMeasures', { count: missing.get(entry.key) ?? 0 })}
                    </StatusTag>
                  </Link>
                ) : null}
              </th>
              <td className="align-end">
                {entry.late ? (
                  <Link to="/registers/$key" params={{ key: entry.key }} search={{ timing: 'overdue' }}>
                    <StatusTag tone="late">{t('registers.lateCount', { count: entry.late })}</StatusTag>
                  </Link>
                ) : (
                  '–'
                )}
              </td>
              <td className="align-end">{entry.open || '–'}</td>
              <td className="align-end">{entry.total || '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
