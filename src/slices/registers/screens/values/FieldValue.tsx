import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../../web/language.ts';
import { StatusTag, UnitName } from '../../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../../units/screens/use-units.ts';
import type { Field } from '../../index.ts';
import { fileAddress } from '../calls.ts';
import type { RecordOnScreen } from '../on-screen.ts';
import { useValueWords } from './use-value-words.ts';
import { listOf, valueText } from './value-text.ts';

type FieldValueProps = {
  name: string;
  field: Field;
  record: RecordOnScreen;
  /** In a list: long texts are cut, on paper they are whole. */
  isShort?: boolean;
};

const SHORT_LENGTH = 160;

/** What a record holds in a field: units by their short names, links and files as links, the rest as on paper. */
export function FieldValue({ name, field, record, isShort = false }: FieldValueProps) {
  const t = useTexts();
  const { byId } = useUnits();
  const words = useValueWords(record.labels);
  const value = record.values[name];
  if (record.masked.includes(name)) return <span className="soft">{t('registers.masked')}</span>;
  if (field.kind === 'unit') {
    const unit = byId.get(String(value));
    return unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : valueText(field, value, words);
  }
  if (field.kind === 'link') return <Links record={record} ids={listOf(value)} />;
  if (field.kind === 'files')
    return isShort ? <FileCount count={listOf(value).length} /> : <Files record={record} ids={listOf(value)} />;
  const text = valueText(field, value, words);
  if (isShort && text.length > SHORT_LENGTH) return <span title={text}>{text.slice(0, SHORT_LENGTH)}…</span>;
  return field.kind === 'long-text' ? <span className="kept-lines">{text}</span> : text;
}

type LinksProps = { record: FieldValueProps['record']; ids: readonly string[] };

/** A record that is there leads to itself; what became of the others is said. */
function Links({ record, ids }: LinksProps) {
  const words = useValueWords(record.labels);
  return (
    <ul className="plain-list">
      {ids.map((recordId) => {
        const link = record.labels.links[recordId];
        const text = words.nameOf('link', recordId);
        return (
          <li key={recordId}>
            {link?.state === 'there' && link.register ? (
              <Link to="/registers/$key/records/$recordId" params={{ key: link.register, recordId }}>
                {text}
              </Link>
            ) : (
              <span className="soft">{text}</span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function FileCount({ count }: { count: number }) {
  const t = useTexts();
  return count ? <StatusTag>{t('registers.fileCount', { count })}</StatusTag> : null;
}

function Files({ record, ids }: LinksProps) {
  const words = useValueWords(record.labels);
  return (
    <ul className="plain-list">
      {ids.map((fileId) => (
        <li key={fileId}>
          {record.labels.files[fileId] ? (
            <a href={fileAddress(record, fileId)} download>
              {words.nameOf('files', fileId)}
            </a>
          ) : (
            <span className="soft">{words.nameOf('files', fileId)}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
