import { useTexts } from '../../../../web/language.ts';
import { type EditorView, ROUNDING_MODES, ROUNDING_SUMS } from '../../../criteria/index.ts';
import { type Desk, EditChoice, EditField, FieldFaults, faultsAt } from './EditField.tsx';

const CAPS = [
  'total_points',
  'survey_points',
  'bonus_cap',
  'penalty_cap',
  'final_cap_points',
  'final_floor_points',
] as const;
const DIGITS = ['leaf_decimals', 'total_decimals', 'percent_decimals'] as const;

/** Total, caps, rounding and grades of the set. */
export function ScoringForm({ desk, view }: { desk: Desk; view: EditorView }) {
  const t = useTexts();
  const { scoring, meta } = view;
  const rounding = (scoring.rounding ?? {}) as Readonly<Record<string, unknown>>;
  const grades = Array.isArray(scoring.grading) ? (scoring.grading as Readonly<Record<string, unknown>>[]) : [];
  return (
    <div className="stack">
      <EditField
        desk={desk}
        path={['meta', 'title_vi']}
        value={meta.title_vi}
        label={t('criteria.nameVi')}
        isOptional
      />
      <FieldFaults id="scoring-faults" faults={faultsAt(desk.faults, ['scoring'])} />
      {CAPS.map((name) => (
        <EditField
          key={name}
          desk={desk}
          path={['scoring', name]}
          value={scoring[name]}
          label={t(`criteria.scoring.${name}`)}
          isOptional={name !== 'total_points'}
        />
      ))}
      {DIGITS.map((name) => (
        <EditField
          key={name}
          desk={desk}
          path={['scoring', 'rounding', name]}
          value={rounding[name]}
          label={t(`criteria.scoring.${name}`)}
        />
      ))}
      <EditChoice
        desk={desk}
        path={['scoring', 'rounding', 'mode']}
        value={rounding.mode}
        label={t('criteria.scoring.mode')}
        choices={ROUNDING_MODES.map((value) => ({ value, label: t(`criteria.mode.${value}`) }))}
      />
      <EditChoice
        desk={desk}
        path={['scoring', 'rounding', 'sum']}
        value={rounding.sum}
        label={t('criteria.scoring.sum')}
        choices={ROUNDING_SUMS.map((value) => ({ value, label: t(`criteria.sum.${value}`) }))}
      />
      {grades.map((grade, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a grade of the file is known by its place
        <div key={at} className="form-line">
          <EditField
            desk={desk}
            path={['scoring', 'grading', at, 'label']}
            value={grade.label}
            label={t('criteria.grade', { number: at + 1 })}
          />
          <EditField
            desk={desk}
            path={['scoring', 'grading', at, 'from_percent']}
            value={grade.from_percent}
            label={t('criteria.gradeFrom', { number: at + 1 })}
          />
        </div>
      ))}
    </div>
  );
}
