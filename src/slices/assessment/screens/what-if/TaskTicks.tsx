import { Link } from '@tanstack/react-router';
import { memo, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { dayText } from '../../../../web/ui/moments.ts';
import type { NextStep } from '../../../scoring/index.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { type Change, stepOfTasks } from './supposed.ts';

type TaskTicksProps = {
  index: IndexOnScreen;
  steps: readonly NextStep[];
  /** Codes of leaves that are supposed at one of their steps, one space between them. */
  atStep: string;
  onChange: Change;
};

/** The open tasks of losing leaves: ticking one supposes it done, and with it its part of what the leaf can win back. */
export const TaskTicks = memo(function TaskTicks({ index, steps, atStep, onChange }: TaskTicksProps) {
  const t = useTexts();
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const open = index.data.tasks.filter(
    ({ state, leafCode }) => state !== 'done' && steps.some(({ code }) => code === leafCode),
  );
  const reached = new Set(atStep.split(' '));
  const toggle = (leafCode: string, taskId: string) => {
    const step = steps.find(({ code }) => code === leafCode);
    const ofLeaf = open.filter((task) => task.leafCode === leafCode);
    const next = new Set(done);
    // Where the figure was dragged since, what was ticked before no longer stands.
    if (!reached.has(leafCode)) for (const task of ofLeaf) next.delete(`${leafCode} ${task.taskId}`);
    const key = `${leafCode} ${taskId}`;
    if (!next.delete(key)) next.add(key);
    setDone(next);
    const count = ofLeaf.filter((task) => next.has(`${leafCode} ${task.taskId}`)).length;
    const now = step ? stepOfTasks(step, count, ofLeaf.length) : null;
    const supposed = now ? { kind: 'measure' as const, code: leafCode, measure: now.measure } : null;
    onChange(leafCode, 'measure', supposed);
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
                    checked={done.has(`${leafCode} ${taskId}`) && reached.has(leafCode)}
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
});
