import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { FieldEditor } from './FieldEditor.tsx';
import type { ReviewDesk } from './review-desk.ts';
import { type ReviewItem, type SectionName, sectionFields } from './sections.ts';

type ItemEditorProps = { section: SectionName; item: ReviewItem; desk: ReviewDesk };

/** The fields of an item to be typed in. What is typed is saved with the draft at once; "undo" puts back what stood. */
export function ItemEditor({ section, item, desk }: ItemEditorProps) {
  const t = useTexts();
  const [before] = useState(item);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus(), []);
  const undo = () => desk.cancel(section, before);
  const typed = (event: KeyboardEvent) => {
    if (event.key === 'Escape') undo();
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) desk.finish(section, item);
  };
  return (
    <li id={`item-${item.key}`} className="item item-editing" aria-current="true">
      <form
        ref={form}
        className="item-form"
        noValidate
        onKeyDown={typed}
        onSubmit={(event) => {
          event.preventDefault();
          desk.finish(section, item);
        }}
      >
        {sectionFields[section].map((field) => (
          <FieldEditor
            key={field.name}
            field={field}
            item={item}
            desk={desk}
            onFocus={() => desk.deeds.look(item.key, field.name)}
          />
        ))}
        <div className="form-buttons">
          <Button type="primary" htmlType="submit">
            {t('review.editDone')}
          </Button>
          <Button onClick={undo}>{t('review.editUndo')}</Button>
          <span className="soft">{t('review.editKeys')}</span>
        </div>
      </form>
    </li>
  );
}
