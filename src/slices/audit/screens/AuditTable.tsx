import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Translate } from '../../../web/texts.ts';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { momentText } from '../../../web/ui/moments.ts';
import { isKnownAction } from '../texts.ts';
import { type AuditEntry, changedFields } from './audit-changes.ts';
import './audit.css';

function actionText(t: Translate, action: string): string {
  return isKnownAction(action) ? t(`audit.action.${action}`) : action;
}

function changesText(entry: AuditEntry): string {
  return changedFields(entry)
    .map(({ field, before, after }) => `${field}: ${before ?? '–'} → ${after ?? '–'}`)
    .join(' · ');
}

function columnsFor(t: Translate): Column<AuditEntry>[] {
  return [
    { key: 'sequence', title: t('audit.sequence'), value: ({ sequence }) => sequence, isRowHeader: true },
    {
      key: 'at',
      title: t('audit.at'),
      value: ({ at }) => at,
      show: ({ at }) => (
        <time className="nowrap" dateTime={at}>
          {momentText(at)}
        </time>
      ),
    },
    { key: 'actor', title: t('audit.actor'), value: ({ actorName }) => actorName },
    { key: 'deed', title: t('audit.deed'), value: ({ action }) => actionText(t, action) },
    {
      key: 'subject',
      title: t('audit.subject'),
      value: ({ subjectId }) => subjectId,
      show: ({ subjectId }) => (
        <Link className="audit-id" to="/audit" search={(before) => ({ ...before, subject: subjectId })}>
          {subjectId}
        </Link>
      ),
    },
    { key: 'details', title: t('audit.details'), value: changesText, show: (entry) => <Changes entry={entry} /> },
    { key: 'hash', title: 'SHA-256', value: ({ hash }) => hash, isHidden: true },
  ];
}

type ChangesProps = { entry: AuditEntry };

function Changes({ entry }: ChangesProps) {
  return (
    <dl className="audit-changes">
      {changedFields(entry).map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before === null ? null : <del>{before}</del>} {after === null ? null : <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

type AuditTableProps = { entries: readonly AuditEntry[] };

export function AuditTable({ entries }: AuditTableProps) {
  const t = useTexts();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <DataTable
      caption={t('audit.caption')}
      columns={columns}
      rows={entries}
      keyOf={({ sequence }) => String(sequence)}
    />
  );
}
