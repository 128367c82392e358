import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { type DragEvent, type KeyboardEvent, useState } from 'react';
import { ApiError } from '../../../web/api/api-error.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { LongTextField } from '../../../web/ui/Field.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { mayFollow } from '../rules/task.ts';
import { useFilters } from './TasksPage.tsx';
import { TaskViews } from './TaskViews.tsx';
import { TaskLink, type TaskState } from './task-parts.tsx';
import { isLateMark, type Mark, useMarks } from './use-marks.ts';
import './tasks.css';

const columns = ['assigned', 'accepted', 'in-progress', 'handed-in', 'sent-back', 'returned', 'done'] as const;
const MOST_CARDS = 60;
/** Steps that say nothing without a word: a product or a reason. */
const WITH_NOTE: readonly TaskState[] = ['handed-in', 'sent-back', 'returned'];

/** Tasks by step; a card goes on by dragging or by the arrow keys. */
export function Page() {
  const t = useTexts();
  const query = useMarks();
  return (
    <>
      <PageHead title={t('task.tasks')} lead={t('tasks.boardHelp')} />
      <TaskViews />
      <FilterBar filters={useFilters().filter(({ key }) => key !== 'state')} />
      <Loaded query={query}>{({ marks, today }) => <Board marks={marks} today={today} />}</Loaded>
    </>
  );
}

type Asked = { mark: Mark; to: TaskState };

function Board({ marks, today }: { marks: readonly Mark[]; today: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [over, setOver] = useState<TaskState | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const [said, setSaid] = useState<{ tone: 'good' | 'late'; text: string } | null>(null);

  const send = async ({ mark, to }: Asked, note: string | null) => {
    setAsked(null);
    try {
      await api.moveTask({ path: { taskId: mark.taskId }, body: { version: mark.version, to, note } });
      setSaid({ tone: 'good', text: t('tasks.boardMoved', { title: mark.title, state: t(`task.state.${to}`) }) });
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setSaid({ tone: 'late', text: `${mark.title}: ${error.message}` });
    }
    await queries.invalidateQueries({ queryKey: ['task-marks'] });
  };
  const move = (mark: Mark, to: TaskState) => {
    if (to === mark.state) return;
    if (WITH_NOTE.includes(to)) setAsked({ mark, to });
    else void send({ mark, to }, null);
  };
  const drop = (event: DragEvent, to: TaskState) => {
    event.preventDefault();
    setOver(null);
    const mark = marks.find(({ taskId }) => taskId === event.dataTransfer.getData('text/plain'));
    if (mark) move(mark, to);
  };

  return (
    <>
      {said ? <Notice tone={said.tone}>{said.text}</Notice> : null}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard */}
      <section className="board" tabIndex={0} aria-label={t('tasks.view.board')}>
        {columns.map((state) => {
          const cards = marks.filter((mark) => mark.state === state);
          return (
            <section
              key={state}
              className="board-column"
              aria-label={t(`task.state.${state}`)}
              data-over={over === state ? '' : undefined}
              onDragOver={(event) => {
                event.preventDefault();
                setOver(state);
              }}
              onDragLeave={() => setOver(null)}
              onDrop={(event) => drop(event, state)}
            >
              <h2>
                {t(`task.state.${state}`)}{' '}
                <span className="soft">{t('tasks.boardCount', { count: cards.length })}</span>
              </h2>
              {cards.slice(0, MOST_CARDS).map((mark) => (
                <Card key={mark.taskId} mark={mark} today={today} onMove={move} />
              ))}
              {cards.length > MOST_CARDS ? (
                <p className="soft">{t('tasks.boardMore', { count: cards.length - MOST_CARDS })}</p>
              ) : null}
            </section>
          );
        })}
      </section>
      <NoteDialog asked={asked} onCancel={() => setAsked(null)} onSend={send} />
    </>
  );
}

type CardProps = { mark: Mark; today: string; onMove: (mark: Mark, to: TaskState) => void };

function Card({ mark, today, onMove }: CardProps) {
  const t = useTexts();
  const { byId } = useUnits();
  const isLate = isLateMark(mark, today);
  /** The nearest column on one side to which the task may go. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    if (event.target !== event.currentTarget) return;
    event.preventDefault();
    const at = (columns as readonly TaskState[]).indexOf(mark.state);
    const side = event.key === 'ArrowRight' ? columns.slice(at + 1) : columns.slice(0, at).reverse();
    const to = side.find((state) => mayFollow(mark.state, state));
    if (to) onMove(mark, to);
  };
  return (
    <article
      className="board-card"
      data-late={isLate ? '' : undefined}
      draggable
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the card is moved by the arrow keys
      tabIndex={0}
      aria-label={mark.title}
      onKeyDown={press}
      onDragStart={(event) => event.dataTransfer.setData('text/plain', mark.taskId)}
    >
      <TaskLink task={mark} />
      <div className="soft">
        {mark.leadId ? (byId.get(mark.leadId)?.shortName ?? '') : ''}
        {mark.nextOn ? ` · ${dayText(mark.nextOn)}` : ''}
      </div>
      {isLate ? <StatusTag tone="late">{t('tasks.lateMark')}</StatusTag> : null}
    </article>
  );
}

type NoteProps = {
  asked: Asked | null;
  onCancel: () => void;
  onSend: (asked: Asked, note: string | null) => Promise<void>;
};

function NoteDialog({ asked, onCancel, onSend }: NoteProps) {
  const t = useTexts();
  const [note, setNote] = useState('');
  if (!asked) return null;
  const title = t('tasks.boardReason', { state: t(`task.state.${asked.to}`) });
  return (
    <Dialog isOpen title={title} onClose={onCancel}>
      <div className="stack">
        <p>{asked.mark.title}</p>
        <LongTextField name="board-note" label={t('task.note')} value={note} onChange={setNote} />
        <div className="form-buttons">
          <Button
            type="primary"
            onClick={() => {
              setNote('');
              void onSend(asked, note.trim() || null);
            }}
          >
            {t('tasks.save')}
          </Button>
          <Button onClick={onCancel}>{t('tasks.cancel')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
