import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { matchesWords } from '../../../../web/ui/table.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { OwnerDraft } from '../../rules/owner-changes.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

type Row = { code: string; name: string; areaCode: string; lost: number | null };

type OwnersTableProps = {
  index: IndexOnScreen;
  draft: (code: string) => OwnerDraft;
  /** Leaves whose typed effort is none. */
  wrong: ReadonlySet<string>;
  chosen: ReadonlySet<string>;
  onChoose: (codes: ReadonlySet<string>) => void;
  /** Null for who may only read. */
  onType: ((code: string, change: Partial<OwnerDraft>) => void) | null;
};

const SHOWN = ['unowned', 'losing'] as const;

/** Leaves with owner and effort; filters look at what is stored, so that no line leaves while it is typed into. */
export function OwnersTable(props: OwnersTableProps) {
  const { index, chosen, onChoose, onType } = props;
  const t = useTexts();
  const { search } = useAddress();
  const owned = new Set(index.data.reaches.flatMap(({ leafCode, ownerUnitId }) => (ownerUnitId ? [leafCode] : [])));
  const shown = SHOWN.find((kind) => kind === search.show);
  const rows = index.start.points.leaves
    .map(({ leaf, lost }): Row => {
      const { code, nameVi: name, areaCode } = leaf;
      return { code, name, areaCode, lost: lost?.toNumber() ?? null };
    })
    .filter(({ areaCode }) => !search.area || areaCode === search.area)
    .filter(({ code, name }) => matchesWords(`${code} ${name}`, search.q ?? ''))
    .filter(({ code }) => shown !== 'unowned' || !owned.has(code))
    .filter(({ lost }) => shown !== 'losing' || (lost ?? 0) > 0);
  const areAllChosen = rows.length > 0 && rows.every(({ code }) => chosen.has(code));
  const chooseAll = () => onChoose(areAllChosen ? new Set() : new Set([...chosen, ...rows.map(({ code }) => code)]));
  return (
    <>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('owners.criterion') },
          {
            kind: 'choice',
            key: 'area',
            label: t('owners.area'),
            choices: index.set.areas.map(({ code, nameVi }) => ({ value: code, label: `${code}. ${nameVi}` })),
          },
          {
            kind: 'choice',
            key: 'show',
            label: t('owners.show'),
            choices: SHOWN.map((value) => ({ value, label: t(`owners.show.${value}`) })),
          },
        ]}
      />
      {onType ? (
        <label className="check-line">
          <input type="checkbox" checked={areAllChosen} onChange={chooseAll} /> {t('owners.chooseAll')}
        </label>
      ) : null}
      <DataTable
        caption={t('owners.caption', { year: index.data.year })}
        columns={useColumns(props)}
        rows={rows}
        keyOf={({ code }) => code}
      />
    </>
  );
}

function useColumns({ draft, wrong, chosen, onChoose, onType }: OwnersTableProps): Column<Row>[] {
  const t = useTexts();
  const { byId, standing } = useUnits();
  const errorId = useId();
  const toggle = (code: string) =>
    onChoose(new Set(chosen.has(code) ? [...chosen].filter((one) => one !== code) : [...chosen, code]));
  const choose: Column<Row> = {
    key: 'choose',
    title: t('owners.choose'),
    value: ({ code }) => (chosen.has(code) ? 1 : 0),
    show: ({ code }) => (
      <input
        type="checkbox"
        aria-label={t('owners.chooseOne', { code })}
        checked={chosen.has(code)}
        onChange={() => toggle(code)}
      />
    ),
  };
  const ownerOf = (code: string): string => byId.get(draft(code).owner)?.name ?? '';
  return [
    ...(onType ? [choose] : []),
    { key: 'code', title: t('owners.code'), value: ({ code }) => code },
    {
      key: 'name',
      title: t('owners.criterion'),
      value: ({ name }) => name,
      show: ({ code, name }) => (
        <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
          {name}
        </Link>
      ),
      isRowHeader: true,
      isWide: true,
    },
    {
      key: 'lost',
      title: t('owners.lost'),
      value: ({ lost }) => lost,
      show: ({ lost }) => (lost === null ? '–' : figureText(String(lost))),
      align: 'end',
    },
    {
      key: 'owner',
      title: t('owners.owner'),
      value: ({ code }) => ownerOf(code),
      show: ({ code }) =>
        onType ? (
          <select
            className="input"
            aria-label={t('owners.ownerOf', { code })}
            value={draft(code).owner}
            onChange={(event) => onType(code, { owner: event.target.value })}
          >
            <option value="">{t('leaf.ownerNone')}</option>
            {standing.map(({ unitId, shortName }) => (
              <option key={unitId} value={unitId}>
                {shortName}
              </option>
            ))}
          </select>
        ) : (
          ownerOf(code) || '–'
        ),
    },
    {
      key: 'effort',
      title: t('owners.effort'),
      value: ({ code }) => draft(code).effort,
      show: ({ code }) =>
        onType ? (
          <>
            <input
              className="input owners-effort"
              aria-label={t('owners.effortOf', { code })}
              aria-invalid={wrong.has(code) ? true : undefined}
              aria-describedby={wrong.has(code) ? `${errorId}-${code}` : undefined}
              inputMode="decimal"
              autoComplete="off"
              placeholder="1"
              value={draft(code).effort}
              onChange={(event) => onType(code, { effort: event.target.value })}
            />
            {wrong.has(code) ? (
              <span id={`${errorId}-${code}`} className="field-error">
                {t('leaf.effortWrong')}
              </span>
            ) : null}
          </>
        ) : (
          draft(code).effort || '1'
        ),
    },
  ];
}
