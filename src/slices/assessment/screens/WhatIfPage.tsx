import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { memo, useCallback, useMemo, useState } from 'react';
import { api } from '../../../web/client.generated.ts';
import { useLanguage, useTexts } from '../../../web/language.ts';
import { useRights, useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { TextField } from '../../../web/ui/Field.tsx';
import { Change, FigureRow, KeyFigure, Points, Rank } from '../../../web/ui/Figures.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { compareScenarios, findNextSteps, type NextStep, type SetPoints, suppose } from '../../scoring/index.ts';
import { type IndexOnScreen, otherContenders, placeAmong, tiesOf } from './index-on-screen.ts';
import './tree.css';
import { IndexSubpage } from './IndexSubpage.tsx';
import { reachesOf } from './next-reaches.ts';
import { EvidenceTicks } from './what-if/EvidenceTicks.tsx';
import { Slides } from './what-if/Slides.tsx';
import { type Change as ChangeSupposed, isAtLastStep, isAtStep, replaced, type Supposed } from './what-if/supposed.ts';
import { TaskTicks } from './what-if/TaskTicks.tsx';

/** Dragging a figure or ticking what might get done moves points, grade and rank at once; scenarios can be kept and compared. */
export function Page() {
  const t = useTexts();
  return (
    <IndexSubpage title={t('assessment.whatIf')} lead={t('assessment.whatIfLead')}>
      {(index) => <WhatIfDesk index={index} />}
    </IndexSubpage>
  );
}

function WhatIfDesk({ index }: { index: IndexOnScreen }) {
  const [ticked, setTicked] = useState<readonly Supposed[]>([]);
  const steps = useMemo(
    () =>
      findNextSteps(index.set, index.start, reachesOf(index)).filter(({ recoverable }) => recoverable.greaterThan(0)),
    [index],
  );
  const change: ChangeSupposed = useCallback(
    (code, kind, next) => setTicked((before) => replaced(before, code, kind, next)),
    [],
  );
  const codesWhere = (isSo: (step: NextStep) => boolean): string =>
    steps.flatMap((step) => (isSo(step) ? [step.code] : [])).join(' ');
  const refused = ticked.flatMap(({ kind, code }) => (kind === 'evidence-refused' ? [code] : [])).join(' ');
  const after = useMemo(() => suppose(index.set, index.start, ticked).points, [index, ticked]);
  return (
    <div className="grid grid-top">
      <div className="wide-7 stack">
        <Slides index={index} after={after} ticked={ticked} onChange={change} />
        <TaskTicks
          index={index}
          steps={steps}
          atStep={codesWhere((step) => isAtStep(ticked, step))}
          onChange={change}
        />
        <StepList steps={steps} done={codesWhere((step) => isAtLastStep(ticked, step))} onChange={change} />
        <EvidenceTicks index={index} refused={refused} onChange={change} />
      </div>
      <div className="wide-5 stack what-if-outcome">
        <Outcome index={index} points={after} />
        <Scenarios index={index} ticked={ticked} onTry={setTicked} />
      </div>
    </div>
  );
}

type StepListProps = {
  steps: readonly NextStep[];
  /** Codes of leaves that are supposed done, one space between them. */
  done: string;
  onChange: ChangeSupposed;
};

const StepList = memo(function StepList({ steps, done, onChange }: StepListProps) {
  const t = useTexts();
  const language = useLanguage();
  const codes = new Set(done.split(' '));
  const toggle = ({ code, steps: ways }: NextStep) => {
    const all: Supposed = { kind: 'measure', code, measure: ways.at(-1)?.measure };
    onChange(code, 'measure', codes.has(code) ? null : all);
  };
  return (
    <Card title={t('assessment.whatIfSteps')}>
      {steps.length ? (
        <ul className="things">
          {steps.map((step) => (
            <li key={step.code}>
              <b className="nowrap">+{figureText(step.recoverable.toFixed())}</b>
              <label>
                <input type="checkbox" checked={codes.has(step.code)} onChange={() => toggle(step)} /> {step.code}{' '}
                {step.name}
                <span className="soft"> · {step.steps.at(-1)?.what[language]}</span>
              </label>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('assessment.whatIfNone')}</p>
      )}
    </Card>
  );
});

function Outcome({ index, points }: { index: IndexOnScreen; points: SetPoints }) {
  const t = useTexts();
  const { agency } = useSession();
  const others = otherContenders(index.data);
  const place = placeAmong(others, agency.name, points, tiesOf(index.data));
  return (
    <Card title={t('assessment.whatIfNow')}>
      <div aria-live="polite">
        <FigureRow>
          <KeyFigure
            label={t('assessment.totalPoints')}
            tone="main"
            note={<Change change={points.total.minus(index.start.points.total).toFixed()} />}
          >
            <Points points={points.total.toFixed()} maximum={points.possible.toFixed()} />
          </KeyFigure>
          <KeyFigure label={t('assessment.grade')}>{points.grade ?? '–'}</KeyFigure>
          {place ? (
            <KeyFigure label={t('assessment.rank')}>
              <Rank rank={place.place} count={others.length + 1} />
            </KeyFigure>
          ) : null}
        </FigureRow>
      </div>
    </Card>
  );
}

/** Kept suppositions come back as they were sent; what is no measure of a leaf is left out. */
function keptSuppositions(suppositions: readonly { kind: string; code: string }[]): Supposed[] {
  return suppositions.flatMap(({ kind, code, ...more }): Supposed[] => {
    if (kind === 'evidence-refused') return [{ kind, code }];
    return kind === 'measure' ? [{ kind, code, measure: 'measure' in more ? more.measure : null }] : [];
  });
}

type ScenariosProps = {
  index: IndexOnScreen;
  ticked: readonly Supposed[];
  onTry: (ticked: readonly Supposed[]) => void;
};

function Scenarios({ index, ticked, onTry }: ScenariosProps) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const dropping = useMutation({
    mutationFn: (scenarioId: string) => api.dropScenario({ path: { scenarioId }, query: { year: index.data.year } }),
  });
  const { kept, results } = useMemo(() => {
    const all = index.data.scenarios.map(({ scenarioId, name, suppositions }) => ({
      scenarioId,
      name,
      suppositions: keptSuppositions(suppositions),
    }));
    return { kept: all, results: compareScenarios(index.set, index.measures, all) };
  }, [index]);
  return (
    <Card title={t('assessment.scenarios')}>
      {kept.length ? null : <p className="soft">{t('assessment.scenariosNone')}</p>}
      <ul className="things">
        {kept.map(({ scenarioId, name, suppositions }, at) => (
          <li key={scenarioId}>
            <b className="nowrap">{figureText(results[at]?.total.toFixed() ?? '0')}</b>
            <div>
              {name} <Change change={results[at]?.gain.toFixed() ?? '0'} />
              <div className="form-buttons">
                <Button size="small" onClick={() => onTry(suppositions)}>
                  {t('assessment.scenarioTry')}
                </Button>
                {mayChange ? (
                  <Button size="small" onClick={() => dropping.mutate(scenarioId)}>
                    {t('assessment.scenarioDrop')}
                  </Button>
                ) : null}
              </div>
            </div>
          </li>
        ))}
      </ul>
      {mayChange && ticked.length ? <KeepScenario year={index.data.year} ticked={ticked} /> : null}
    </Card>
  );
}

function KeepScenario({ year, ticked }: { year: number; ticked: readonly Supposed[] }) {
  const t = useTexts();
  const [name, setName] = useState('');
  const keeping = useMutation({
    mutationFn: () => api.keepScenario({ body: { year, name, suppositions: [...ticked] } }),
    onSuccess: () => setName(''),
  });
  return (
    <form
      className="form-line"
      onSubmit={(event) => {
        event.preventDefault();
        keeping.mutate();
      }}
    >
      <TextField name="scenario" label={t('assessment.scenarioName')} value={name} onChange={setName} isRequired />
      <Button htmlType="submit" loading={keeping.isPending}>
        {t('assessment.scenarioKeep')}
      </Button>
    </form>
  );
}
