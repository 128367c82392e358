import { useTexts } from '../../../web/language.ts';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag, type Tone, UnitName } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import type { Standing } from '../rules/standing.ts';
import '../../../web/ui/table.css';
import './reports.css';

const tones = {
  'on-time': 'good',
  late: 'late',
  returned: 'risk',
  open: 'plain',
  overdue: 'late',
  missing: 'late',
} as const satisfies Record<Standing, Tone>;

/** How a report stands to its cut-off, in a word; late with its days. */
export function StandingTag({ standing, daysLate }: { standing: Standing; daysLate: number }) {
  const t = useTexts();
  return (
    <StatusTag tone={tones[standing]}>
      {daysLate > 0 ? t(`reports.standingDays.${standing}`, { days: daysLate }) : t(`reports.standing.${standing}`)}
    </StatusTag>
  );
}

/** A unit as the office writes it. */
export function Unit({ unitId }: { unitId: string }) {
  const { byId } = useUnits();
  const unit = byId.get(unitId);
  return unit ? <UnitName shortName={unit.shortName} name={unit.name} /> : unitId;
}

type CutOff = {
  stage: 'unit' | 'office' | 'department' | 'province';
  text: string;
  dueOn: string;
  standing: Standing | null;
  daysLate: number;
};

/** The way of the report: each stage with its day and, where it has one, how it stands. */
export function CutOffs({ cutOffs }: { cutOffs: readonly CutOff[] }) {
  const t = useTexts();
  return (
    <ol className="report-stages">
      {cutOffs.map(({ stage, text, dueOn, standing, daysLate }) => (
        <li key={stage}>
          <span className="soft">{t(`reports.stage.${stage}`)}</span>
          <b>
            <time dateTime={dueOn}>{dayText(dueOn)}</time>
          </b>
          <span className="soft">{text}</span>
          {standing ? <StandingTag standing={standing} daysLate={daysLate} /> : null}
        </li>
      ))}
    </ol>
  );
}
