import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { type FieldUse, usesOfField } from './declaration-of.ts';
import { move, nameFromLabel } from './edited-names.ts';
import type { EditedField } from './edited-register.ts';
import { newField, newRowId } from './edited-register.ts';
import { FieldCard } from './FieldCard.tsx';
import { useEditor } from './use-register-editor.ts';

/** The fields in their order: add, rename, move, retire. */
export function FieldsCard() {
  const t = useTexts();
  const { edited, change, setField, drop } = useEditor();
  const { fields } = edited;
  const [refused, setRefused] = useState<{ name: string; uses: readonly FieldUse[] } | null>(null);
  const [retired, setRetired] = useState<{ field: EditedField; at: number } | null>(null);
  const retire = (at: number) => {
    const field = fields[at];
    if (!field) return;
    const uses = usesOfField(edited, field.name);
    setRefused(uses.length ? { name: field.name, uses } : null);
    if (uses.length) return;
    drop('fields', at);
    setRetired({ field, at });
  };
  const add = () => {
    const taken = fields.map(({ name }) => name);
    const field = newField(nameFromLabel(t('declare.newField'), taken), 'text', { vi: '', en: '' });
    change({ fields: [...fields, { ...field, id: newRowId() }] });
  };
  return (
    <Card title={t('declare.editFields')} more={t('declare.fieldCount', { count: fields.length })}>
      <ol className="edit-list">
        {fields.map((field, at) => (
          <li key={field.id}>
            <FieldCard
              field={field}
              at={at}
              onChange={(next) => setField(at, next)}
              onMove={(by) => change({ fields: move(fields, at, by) })}
              onRetire={() => retire(at)}
            />
            {refused?.name === field.name ? <UsesNotice uses={refused.uses} /> : null}
          </li>
        ))}
      </ol>
      {retired ? (
        <Notice>
          {t(retired.field.isKept ? 'declare.fieldRetired' : 'declare.fieldRemoved', {
            field: retired.field.label.vi || retired.field.name,
          })}{' '}
          <button
            type="button"
            className="link-button"
            onClick={() => {
              change({ fields: [...fields.slice(0, retired.at), retired.field, ...fields.slice(retired.at)] });
              setRetired(null);
            }}
          >
            {t('registers.undo')}
          </button>
        </Notice>
      ) : null}
      <Button onClick={add}>{t('declare.addField')}</Button>
    </Card>
  );
}

function UsesNotice({ uses }: { uses: readonly FieldUse[] }) {
  const t = useTexts();
  const language = useLanguage();
  const words = uses.map((use) => {
    const where = t(`declare.use.${use.where}`);
    return 'label' in use ? `${where} “${use.label[language]}”` : where;
  });
  return <Notice tone="risk">{t('declare.fieldUsed', { uses: words.join(', ') })}</Notice>;
}
