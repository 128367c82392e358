import { useLanguage, useTexts } from '../../../../web/language.ts';
import { type Column, DataTable } from '../../../../web/ui/DataTable.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import type { ImportAnalysis } from './import-plan.ts';

type FaultTableProps = {
  declaration: RegisterDeclaration;
  plan: ImportAnalysis['plan'];
  faults: ImportAnalysis['faults'];
};

type Row = { key: string; row: number; header: string; field: string; message: string };

/** Every cell that cannot be taken in: its row, its column, and what to do. */
export function FaultTable({ declaration, plan, faults }: FaultTableProps) {
  const t = useTexts();
  const language = useLanguage();
  const headerOf = (column: number | null): string =>
    column === null ? '' : (plan.columns.find((one) => one.column === column)?.header ?? String(column + 1));
  const rows = faults.flatMap(({ row, faults: cells }) =>
    cells.map(
      ({ column, field, code, message }): Row => ({
        key: `${row} ${field} ${code}`,
        row,
        header: headerOf(column),
        field: declaration.fields[field]?.label[language] ?? field,
        message,
      }),
    ),
  );
  const columns: Column<Row>[] = [
    { key: 'row', title: t('imports.row'), isRowHeader: true, value: ({ row }) => row },
    { key: 'header', title: t('imports.sheetColumn'), value: ({ header }) => header },
    { key: 'field', title: t('imports.field'), value: ({ field }) => field },
    { key: 'message', title: t('imports.fault'), isWide: true, value: ({ message }) => message },
  ];
  return (
    <DataTable
      caption={t('imports.faults')}
      columns={columns}
      rows={rows}
      keyOf={({ key }) => key}
      name="fault-"
      hasCaptionShown
    />
  );
}
