import { Button } from 'antd';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import type { FieldChange, FormFields } from './edit-conflict.ts';

type EditConflictProps = { changes: readonly FieldChange[]; onTake: (change: FieldChange) => void };

/** What somebody else changed while this form was open: shown, and nothing that was typed here is lost. */
export function EditConflict({ changes, onTake }: EditConflictProps) {
  const t = useTexts();
  const { byId } = useUnits();
  if (changes.length === 0) return null;
  const names = {
    title: t('task.formTitle'),
    lead: t('task.lead'),
    coordinators: t('tasks.coordinatorsField'),
    products: t('task.products'),
    deadline: t('task.deadline'),
  } as const satisfies Record<keyof FormFields, string>;
  const shown = (field: keyof FormFields, text: string): string =>
    field === 'lead' || field === 'coordinators'
      ? text
          .split(' ')
          .filter(Boolean)
          .map((unitId) => byId.get(unitId)?.shortName ?? unitId)
          .join(', ')
      : text;
  return (
    <Card title={t('tasks.conflictTitle')} tone="alert">
      <p>{t('tasks.conflictLead')}</p>
      <ul className="things" role="status">
        {changes.map((change) => (
          <li key={change.field}>
            <span>
              {t('tasks.conflictChange', {
                field: names[change.field],
                before: shown(change.field, change.before),
                after: shown(change.field, change.after),
              })}{' '}
              {change.isMineToo ? (
                <>
                  <StatusTag tone="risk">{t('tasks.conflictBoth')}</StatusTag>{' '}
                  <Button size="small" onClick={() => onTake(change)}>
                    {t('tasks.takeTheirs')}
                  </Button>
                </>
              ) : null}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
