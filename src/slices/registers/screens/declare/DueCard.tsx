import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { DueRuleEditor } from './DueRuleEditor.tsx';
import { ReminderField } from './ReminderField.tsx';
import { useEditor } from './use-register-editor.ts';

/** When a record is due, and how long before that people are told. */
export function DueCard() {
  const t = useTexts();
  const { edited, change } = useEditor();
  return (
    <Card title={t('declare.editDue')}>
      <div className="stack">
        <DueRuleEditor input="due" label={t('declare.dueKind')} due={edited.due} onChange={(due) => change({ due })} />
        {edited.due ? (
          <ReminderField
            input="remindBefore"
            days={edited.remindBefore}
            onChange={(remindBefore) => change({ remindBefore })}
          />
        ) : null}
      </div>
    </Card>
  );
}
