import { Button } from 'antd';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { keyFromLabel, move } from './edited-names.ts';
import { type EditedMeasure, newRowId } from './edited-register.ts';
import { MeasureEditor } from './MeasureEditor.tsx';
import { MoveButtons } from './MoveButtons.tsx';
import { useEditor } from './use-register-editor.ts';

/** Named numbers made of the records: what the index and "Số liệu" read. */
export function MeasuresCard() {
  const t = useTexts();
  const language = useLanguage();
  const { edited, change, setMeasure, drop } = useEditor();
  const { measures } = edited;
  const add = () => {
    const key = keyFromLabel(
      t('declare.newMeasure', { number: measures.length + 1 }),
      measures.map((one) => one.key),
    );
    const measure: EditedMeasure = {
      id: newRowId(),
      key,
      isKept: false,
      label: { vi: '', en: '' },
      kind: 'count',
      periodBy: edited.due ? 'due-day' : 'created-day',
      byUnit: edited.owner,
    };
    change({ measures: [...measures, measure] });
  };
  return (
    <Card title={t('declare.editMeasures')}>
      <p className="soft">{t('declare.editMeasuresLead')}</p>
      <ol className="edit-list">
        {measures.map((measure, at) => (
          <li key={measure.id}>
            <MeasureEditor
              measure={measure}
              at={at}
              onChange={(next) => setMeasure(at, next)}
              buttons={
                <MoveButtons
                  label={measure.label[language] || t('declare.newMeasure', { number: at + 1 })}
                  at={at}
                  count={measures.length}
                  onMove={(by) => change({ measures: move(measures, at, by) })}
                  onRemove={() => drop('measures', at)}
                />
              }
            />
          </li>
        ))}
      </ol>
      <Button onClick={add}>{t('declare.addMeasure')}</Button>
    </Card>
  );
}
