import { parsePaperNumber } from '../../../../kernel/decimal.ts';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { ChoiceField, TextField } from '../../../../web/ui/Field.tsx';
import { CountSettings } from './CountSettings.tsx';
import { measureInput } from './edit-faults.ts';
import { keyFromLabel } from './edited-names.ts';
import type { EditedMeasure } from './edited-register.ts';
import { ParsedField } from './ParsedField.tsx';
import { TextsField } from './TextsField.tsx';
import { useEditor } from './use-register-editor.ts';
import { WhichRecords } from './WhichRecords.tsx';

type MeasureEditorProps = {
  measure: EditedMeasure;
  at: number;
  onChange: (measure: EditedMeasure) => void;
  buttons: React.ReactNode;
};

const kinds = ['count', 'share', 'lateness', 'sum', 'average', 'latest'] as const;
const units = ['%', 'đồng', 'điểm', 'ngày'] as const;
const signs = ['>=', '>', '=', '<', '<='] as const;

/** One measure: what it counts, over which records, in which period, and what it should reach. */
export function MeasureEditor({ measure, at, onChange, buttons }: MeasureEditorProps) {
  const t = useTexts();
  const language = useLanguage();
  const { edited, errors } = useEditor();
  const input = (part: string) => measureInput(at, part);
  const rename = (label: EditedMeasure['label']) => {
    const taken = edited.measures.filter(({ id }) => id !== measure.id).map(({ key }) => key);
    onChange({ ...measure, label, key: measure.isKept ? measure.key : keyFromLabel(label.vi, taken) });
  };
  return (
    <fieldset className="edit-item">
      <legend className="visually-hidden">
        {measure.label[language] || t('declare.newMeasure', { number: at + 1 })}
      </legend>
      <div className="form-line">
        <TextsField
          name={input('label')}
          label={t('declare.measureLabel')}
          error={errors[input('label')]}
          isRequired
          texts={measure.label}
          onChange={rename}
        />
        <ChoiceField
          name={input('kind')}
          label={t('declare.measureKind')}
          choices={kinds.map((value) => ({ value, label: t(`declare.measureKind.${value}`) }))}
          value={measure.kind}
          onChange={(kind) => onChange(ofKind(measure, kinds.find((one) => one === kind) ?? 'count'))}
        />
        {buttons}
      </div>
      <MeasureFields measure={measure} at={at} onChange={onChange} />
      <WhichRecords
        title={t(measure.kind === 'share' ? 'declare.measureAbove' : 'declare.measureWhere')}
        filter={measure.where}
        onChange={(where) => onChange(withPart(measure, 'where', where))}
      />
      {measure.kind === 'share' ? (
        <WhichRecords
          title={t('declare.measureAmong')}
          filter={measure.among}
          onChange={(among) => onChange(withPart(measure, 'among', among))}
        />
      ) : null}
      <CountSettings measure={measure} at={at} onChange={onChange} />
      <TargetLine measure={measure} at={at} onChange={onChange} />
    </fieldset>
  );
}

type Part = 'where' | 'among' | 'of' | 'dividedBy' | 'byUnit' | 'target' | 'unit';

/** A part that may be absent: nothing chosen is nothing said. */
function withPart<Name extends Part>(
  measure: EditedMeasure,
  name: Name,
  value: EditedMeasure[Name] | null,
): EditedMeasure {
  return { ...measure, [name]: value || undefined };
}

function ofKind(measure: EditedMeasure, kind: EditedMeasure['kind']): EditedMeasure {
  const plain = kind === 'share' ? measure : withPart(withPart(measure, 'among', null), 'dividedBy', null);
  const counted = kind === 'count' || kind === 'lateness' ? withPart(plain, 'of', null) : plain;
  return kind === 'share' ? { ...counted, kind, unit: '%' } : { ...counted, kind };
}

type PartProps = Pick<MeasureEditorProps, 'measure' | 'at' | 'onChange'>;

function MeasureFields({ measure, at, onChange }: PartProps) {
  const t = useTexts();
  const { edited, errors } = useEditor();
  const choicesOf = (kinds: readonly string[]) =>
    edited.fields
      .filter(({ kind, computedAs }) => kinds.includes(kind === 'computed' ? computedAs : kind))
      .map(({ name, label }) => ({ value: name, label: label.vi || name }));
  const numbers = choicesOf(['number', 'money', 'percent']);
  const { kind, of = '', dividedBy = '', periodBy, byUnit = '' } = measure;
  return (
    <div className="form-line">
      {kind === 'count' || kind === 'lateness' ? null : (
        <ChoiceField
          name={measureInput(at, 'of')}
          label={t('declare.measureOf')}
          error={errors[measureInput(at, 'of')]}
          choices={numbers}
          emptyText={t(kind === 'share' ? 'declare.measureRecords' : 'registers.choose')}
          value={of}
          onChange={(name) => onChange(withPart(measure, 'of', name))}
        />
      )}
      {kind === 'share' && of ? (
        <ChoiceField
          name={measureInput(at, 'dividedBy')}
          label={t('declare.measureDividedBy')}
          error={errors[measureInput(at, 'dividedBy')]}
          choices={numbers}
          emptyText={t('declare.measureSameField')}
          value={dividedBy}
          onChange={(name) => onChange(withPart(measure, 'dividedBy', name))}
        />
      ) : null}
      <ChoiceField
        name={measureInput(at, 'periodBy')}
        label={t('declare.measurePeriod')}
        error={errors[measureInput(at, 'periodBy')]}
        choices={[
          { value: 'created-day', label: t('declare.day.created-day') },
          ...(edited.due || measure.clock ? [{ value: 'due-day', label: t('declare.day.due-day') }] : []),
          ...(edited.finishedOn ? [{ value: 'finished-day', label: t('declare.day.finished-day') }] : []),
          ...choicesOf(['day', 'instant']),
        ]}
        value={periodBy}
        onChange={(name) => onChange({ ...measure, periodBy: name })}
      />
      <ChoiceField
        name={measureInput(at, 'byUnit')}
        label={t('declare.measureByUnit')}
        choices={choicesOf(['unit'])}
        emptyText={t('declare.nobody')}
        value={byUnit}
        onChange={(name) => onChange(withPart(measure, 'byUnit', name))}
      />
    </div>
  );
}

function TargetLine({ measure, at, onChange }: PartProps) {
  const t = useTexts();
  const { errors } = useEditor();
  const { target, unit } = measure;
  const op = target?.op ?? '>=';
  const set = (value: string, sign: string) =>
    onChange(
      withPart(
        measure,
        'target',
        value.trim()
          ? { op: signs.find((one) => one === sign) ?? '>=', value: parsePaperNumber(value)?.toFixed() ?? value }
          : null,
      ),
    );
  return (
    <div className="form-line">
      <ChoiceField
        name={measureInput(at, 'unit')}
        label={t('declare.measureUnit')}
        choices={units.map((value) => ({ value, label: value }))}
        emptyText={t('declare.measureNoUnit')}
        value={typeof unit === 'string' ? unit : ''}
        onChange={(chosen) => onChange(withPart(measure, 'unit', units.find((one) => one === chosen) ?? null))}
      />
      <ChoiceField
        name={measureInput(at, 'targetSign')}
        label={t('declare.targetSign')}
        choices={signs.map((value) => ({ value, label: t(`declare.sign.${value}`) }))}
        value={op}
        onChange={(sign) => set(target?.value ?? '', sign)}
      />
      <TextField
        name={measureInput(at, 'target')}
        label={t('declare.target')}
        error={errors[measureInput(at, 'target')]}
        value={(target?.value ?? '').replace('.', ',')}
        onChange={(value) => set(value, op)}
      />
      <ParsedField
        name={measureInput(at, 'leaves')}
        label={t('declare.measureLeaves')}
        hint={t('declare.measureLeavesHint')}
        error={errors[measureInput(at, 'leaves')]}
        text={(measure.leaves ?? []).join(', ')}
        onChange={(text) => onChange({ ...measure, leaves: text.match(/[^,;\s]+/g) ?? undefined })}
      />
      {measure.leaves?.length || measure.place !== undefined ? (
        <ParsedField
          name={measureInput(at, 'place')}
          label={t('declare.measurePlace')}
          hint={t('declare.measurePlaceHint')}
          error={errors[measureInput(at, 'place')]}
          text={measure.place === undefined ? '' : String(measure.place + 1)}
          onChange={(text) => onChange({ ...measure, place: text.trim() ? Number(text) - 1 : undefined })}
        />
      ) : null}
    </div>
  );
}
