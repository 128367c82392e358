import { Link } from '@tanstack/react-router';
import { useId } from 'react';
import { Decimal } from '../../../kernel/decimal.ts';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { type FieldErrors, fieldId } from '../../../web/ui/Field.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { matchesWords } from '../../../web/ui/table.ts';
import type { FormValues } from '../../../web/ui/useForm.ts';
import { readPoints } from '../rules/pasted-points.ts';
import { computedPoints, type IndexOnScreen } from './index-on-screen.ts';
import { gapText, pointsByLeaf, pointsField, pointsText, reasonField, type Stage, scoresOf } from './stated-points.ts';

type Row = {
  code: string;
  name: string;
  areaCode: string;
  max: Decimal;
  computed: Decimal | null;
  stated: Decimal | null;
  /** Stated minus computed; null where one of them is missing. */
  gap: Decimal | null;
};

type ResultsTableProps = {
  index: IndexOnScreen;
  stage: Stage;
  values: FormValues;
  errors: FieldErrors;
  /** Null for who may only read. */
  onType: ((name: string) => (value: string) => void) | null;
};

function rowsOf({ set, start }: IndexOnScreen, values: FormValues): Row[] {
  const points = computedPoints(start.points);
  return set.leaves.map(({ code, nameVi, areaCode, max }) => {
    const computed = points[code] ?? null;
    const typed = readPoints(values[pointsField(code)] ?? '');
    const stated = typed === null ? null : new Decimal(typed);
    return {
      code,
      name: nameVi,
      areaCode,
      max,
      computed,
      stated,
      gap: stated && computed ? stated.minus(computed) : null,
    };
  });
}

const SHOWN = {
  different: ({ gap }: Row) => gap !== null && !gap.isZero(),
  unstated: ({ stated }: Row) => stated === null,
  lost: ({ stated, max }: Row) => stated?.lessThan(max) ?? false,
} as const;

type Shown = keyof typeof SHOWN;
const shownKinds: readonly Shown[] = ['different', 'unstated', 'lost'];

/** Leaves with maximum, computed and stated points; the filters look at what is stored, so that no line leaves while typing. */
export function ResultsTable({ index, stage, values, errors, onType }: ResultsTableProps) {
  const t = useTexts();
  const { search } = useAddress();
  const stored = pointsByLeaf(scoresOf(index.data, stage));
  const shown = shownKinds.find((kind) => kind === search.show);
  const isShown = (row: Row): boolean => {
    const kept = stored[row.code] ?? null;
    const before = { ...row, stated: kept, gap: kept && row.computed ? kept.minus(row.computed) : null };
    return !shown || SHOWN[shown](before) || errors[pointsField(row.code)] !== undefined;
  };
  const rows = rowsOf(index, values)
    .filter(({ areaCode }) => !search.area || areaCode === search.area)
    .filter(({ code, name }) => matchesWords(`${code} ${name}`, search.q ?? ''))
    .filter(isShown);
  return (
    <>
      <FilterBar
        filters={[
          { kind: 'text', key: 'q', label: t('results.criterion') },
          {
            kind: 'choice',
            key: 'area',
            label: t('results.area'),
            choices: index.set.areas.map(({ code, nameVi }) => ({ value: code, label: `${code}. ${nameVi}` })),
          },
          {
            kind: 'choice',
            key: 'show',
            label: t('results.show'),
            choices: shownKinds.map((value) => ({ value, label: t(`results.show.${value}`) })),
          },
        ]}
      />
      <DataTable
        caption={t('results.caption', { stage: t(`results.stage.${stage}`), year: index.data.year })}
        columns={useColumns({ values, errors, onType })}
        rows={rows}
        keyOf={({ code }) => code}
        toneOf={({ gap }) => (gap === null || gap.isZero() ? undefined : 'risk')}
      />
    </>
  );
}

function useColumns({
  values,
  errors,
  onType,
}: Pick<ResultsTableProps, 'values' | 'errors' | 'onType'>): Column<Row>[] {
  const t = useTexts();
  const cell = (name: string, label: string) =>
    onType ? (
      <TypedCell name={name} label={label} value={values[name] ?? ''} error={errors[name]} onType={onType(name)} />
    ) : (
      values[name] || '–'
    );
  return [
    { key: 'code', title: t('results.code'), value: ({ code }) => code },
    {
      key: 'name',
      title: t('results.criterion'),
      value: ({ name }) => name,
      show: ({ code, name }) => (
        <Link to="/index/leaves/$leafCode" params={{ leafCode: code }}>
          {name}
        </Link>
      ),
      isRowHeader: true,
      isWide: true,
    },
    figureColumn('max', t('results.maximum'), ({ max }) => max),
    figureColumn('computed', t('results.computed'), ({ computed }) => computed),
    {
      ...figureColumn('stated', t('results.stated'), ({ stated }) => stated),
      show: ({ code }) => cell(pointsField(code), t('results.pointsOf', { code })),
    },
    {
      ...figureColumn('gap', t('results.gap'), ({ gap }) => gap),
      show: ({ gap }) => gapText(gap),
    },
    {
      key: 'reason',
      title: t('results.reason'),
      value: ({ code }) => values[reasonField(code)] ?? '',
      show: ({ code }) => cell(reasonField(code), t('results.reasonOf', { code })),
      isWide: true,
    },
  ];
}

function figureColumn(key: string, title: string, pick: (row: Row) => Decimal | null): Column<Row> {
  return {
    key,
    title,
    value: (row) => pick(row)?.toNumber() ?? null,
    show: (row) => pointsText(pick(row)),
    align: 'end',
  };
}

type TypedCellProps = {
  name: string;
  label: string;
  value: string;
  error: string | undefined;
  onType: (value: string) => void;
};

function TypedCell({ name, label, value, error, onType }: TypedCellProps) {
  const errorId = useId();
  return (
    <>
      <input
        id={fieldId(name)}
        className="input"
        aria-label={label}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? errorId : undefined}
        autoComplete="off"
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
      {error ? (
        <span id={errorId} className="field-error">
          {error}
        </span>
      ) : null}
    </>
  );
}
