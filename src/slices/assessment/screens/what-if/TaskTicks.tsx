import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import type { NextStep } from '../../../scoring/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { isAtStep, replaced, type Supposed, stepOfTasks } from './supposed.ts';

type TaskTicksProps = {
  index: IndexOnScreen;
  steps: readonly NextStep[];
  ticked: readonly Supposed[];
  onTick: (ticked: readonly Supposed[]) => void;
};

/** The open tasks of losing leaves: ticking one supposes it done, and with it its part of what the leaf can win back. */
export function TaskTicks({ index, steps, ticked, onTick }: TaskTicksProps) {
  const t = useTexts();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const open = index.data.tasks.filter(
    ({ state, leafCode }) => state !== 'done' && steps.some(({ code }) => code === leafCode),
  );
  const toggle = (leafCode: string, taskId: string) => {
    const step = steps.find(({ code }) => code === leafCode);
    const ofLeaf = open.filter((task) => task.leafCode === leafCode);
    const next = new Set(done);
    // Where the figure was dragged since, what was ticked before no longer stands.
    if (step && !isAtStep(ticked, step)) for (const task of ofLeaf) next.delete(`${leafCode} ${task.taskId}`);
    const key = `${leafCode} ${taskId}`;
    if (!next.delete(key)) next.add(key);
    setDone(next);
    const count = ofLeaf.filter((task) => next.has(`${leafCode} ${task.taskId}`)).length;
    const reached = step ? stepOfTasks(step, count, ofLeaf.length) : null;
    const supposed = reached ? { kind: 'measure' as const, code: leafCode, measure: reached.measure } : null;
    onTick(replaced(ticked, leafCode, 'measure', supposed));
  };
  if (open.length === 0) return null;
  return (
    <Card title={t('assessment.whatIfTasks')}>
      <p className="soft">{t('assessment.whatIfTasksLead')}</p>
      <ul className="things">
        {open.map(({ leafCode, taskId, title, dueOn }) => {
          const step = steps.find(({ code }) => code === leafCode);
          return (
            <li key={`${leafCode} ${taskId}`}>
              <b className="nowrap">≤ {figureText(step?.recoverable.toFixed() ?? '0')}</b>
              <div>
                <label>
                  <input
                    type="checkbox"
                    checked={done.has(`${leafCode} ${taskId}`) && step !== undefined && isAtStep(ticked, step)}
                    onChange={() => toggle(leafCode, taskId)}
                  />{' '}
                  {title}
                  <span className="soft">
                    {' '}
                    · {leafCode}
                    {dueOn ? ` · ${dayText(dueOn)}` : ''}
                  </span>
                </label>
                <div>
                  <Link to="/tasks/$taskId" params={{ taskId }}>
                    {t('assessment.whatIfTask')}
                    <span className="visually-hidden">: {title}</span>
                  </Link>
                </div>
              </div>
            </li>
          );
        })}
      </ul>
    </Card>
  );
}
