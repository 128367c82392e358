import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { ChecksField } from '../../../../web/ui/Checks.tsx';
import { ChoiceField } from '../../../../web/ui/Field.tsx';
import { roles } from '../../../identity/index.ts';
import { titleKinds } from './edit-faults.ts';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';

/** What the register is called and what for, who sees it, which fields name and own a record. */
export function NameCard() {
  const t = useTexts();
  const { edited, errors, change } = useEditor();
  const fieldsOf = (isMeant: (kind: (typeof edited.fields)[number]['kind']) => boolean) =>
    edited.fields.filter(({ kind }) => isMeant(kind)).map(({ name, label }) => ({ value: name, label: label.vi }));
  return (
    <Card title={t('declare.editName')}>
      <div className="form form-wide">
        <TextsField
          name="name"
          label={t('declare.registerName')}
          error={errors.name}
          isRequired
          texts={edited.name}
          onChange={(name) => change({ name })}
        />
        <TextsField
          name="purpose"
          label={t('declare.purpose')}
          hint={t('declare.purposeHint')}
          error={errors.purpose}
          isRequired
          texts={edited.purpose}
          onChange={(purpose) => change({ purpose })}
        />
        <div className="form-line">
          <ChoiceField
            name="title"
            label={t('declare.titleField')}
            error={errors.title}
            choices={fieldsOf((kind) => titleKinds.includes(kind))}
            emptyText={t('registers.choose')}
            value={edited.title}
            onChange={(title) => change({ title })}
          />
          <ChoiceField
            name="owner"
            label={t('declare.ownerField')}
            error={errors.owner}
            choices={fieldsOf((kind) => kind === 'unit')}
            emptyText={t('registers.choose')}
            value={edited.owner}
            onChange={(owner) => change({ owner })}
          />
          <ChoiceField
            name="holder"
            label={t('declare.holderField')}
            choices={fieldsOf((kind) => kind === 'person')}
            emptyText={t('declare.nobody')}
            value={edited.holder}
            onChange={(holder) => change({ holder })}
          />
        </div>
        <details className="more">
          <summary className="link-button">{t('declare.editSeenBy')}</summary>
          <ChecksField
            name="seenBy"
            label={t('declare.registerSeenBy')}
            hint={t('declare.seenByHint')}
            choices={roles.map((value) => ({ value, label: t(`web.role.${value}`) }))}
            held={edited.seenBy}
            onChange={(held) => change({ seenBy: roles.filter((role) => held.includes(role)) })}
          />
        </details>
      </div>
    </Card>
  );
}
