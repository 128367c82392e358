import { Link } from '@tanstack/react-router';
import type { GetTaskAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { TaskLink, TaskStateTag } from './task-parts.tsx';

/** The steps of a task with how far each has come, and how far that makes the whole. */
export function StepPanel({ answer }: { answer: GetTaskAnswer }) {
  const t = useTexts();
  const { task, steps, progress, may } = answer;
  const isOpen = task.state !== 'done' && task.state !== 'dropped';
  return (
    <Card
      title={t('tasks.steps')}
      more={<span className="tabular">{t('tasks.percentText', { percent: progress })}</span>}
    >
      <progress className="task-progress" max={100} value={progress} aria-label={t('tasks.percent')} />
      {steps.length === 0 ? <p className="soft">{t('tasks.noSteps')}</p> : null}
      <ul className="things">
        {steps.map((step) => (
          <li key={step.taskId}>
            <TaskStateTag state={step.state} />
            <span>
              <TaskLink task={step} />
              <span className="soft">
                {' · '}
                {t('tasks.percentText', { percent: step.progress })}
                {step.dueOn ? ` · ${dayText(step.dueOn)}` : ''}
              </span>
            </span>
          </li>
        ))}
      </ul>
      {isOpen && (may.change || may.handDown) ? (
        <Link
          className="link-button no-print"
          to="/tasks/new"
          search={{ parent: task.taskId, lead: task.leads[0]?.unitId ?? '' }}
        >
          {t('tasks.newStep')}
        </Link>
      ) : null}
    </Card>
  );
}
