import { Link } from '@tanstack/react-router';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { momentText } from '../../../../web/ui/moments.ts';
import type { RegisterDeclaration } from '../../index.ts';
import type { RecordOnScreen } from '../on-screen.ts';
import { FieldValue } from '../values/FieldValue.tsx';
import { CREATED_COLUMN, DUE_COLUMN, type ListColumn, STEP_COLUMN } from './columns.ts';
import { RecordDue } from './RecordDue.tsx';
import { StepTag } from './StepTag.tsx';

type RecordCellProps = { column: ListColumn; record: RecordOnScreen; declaration: RegisterDeclaration };

const DAY_LENGTH = '31/12/2031'.length;

/** One cell of a list; the title leads to the record. */
export function RecordCell({ column, record, declaration }: RecordCellProps) {
  const content = <CellContent column={column} record={record} declaration={declaration} />;
  const className = `${column.isEnd ? 'align-end' : 'align-start'}${column.isWide ? ' wide-cell' : ''}`;
  if (!column.isRowHeader) return <td className={className}>{content}</td>;
  return (
    <th scope="row" className={className}>
      <Link to="/registers/$key/records/$recordId" params={{ key: declaration.key, recordId: record.recordId }}>
        {content}
      </Link>
    </th>
  );
}

function CellContent({ column: { key, field, isRowHeader }, record, declaration }: RecordCellProps) {
  const t = useTexts();
  const language = useLanguage();
  if (isRowHeader) return record.title || t('registers.noTitle');
  if (field) return <FieldValue name={key} field={field} record={record} isShort />;
  switch (key) {
    case STEP_COLUMN:
      return record.step ? (
        <StepTag declaration={declaration} step={record.step} language={language} timing={record.timing} />
      ) : null;
    case DUE_COLUMN:
      return <RecordDue record={record} />;
    case CREATED_COLUMN:
      return momentText(record.createdAt).slice(0, DAY_LENGTH);
    default:
      return null;
  }
}
