import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { ApiError } from '../../../web/api/api-error.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChecksField } from '../../../web/ui/Checks.tsx';
import { ChoiceField, DraftNotice, FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { LoadingState } from '../../../web/ui/States.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { DeadlineMeaning } from './DeadlineMeaning.tsx';
import { EditConflict } from './EditConflict.tsx';
import { type FieldChange, fieldsOf, mergeEdits } from './edit-conflict.ts';
import type { TaskOnScreen } from './task-parts.tsx';

/** A new task, or one being changed. */
export function Page() {
  const { taskId } = useParams({ strict: false });
  const { standing } = useUnits();
  const query = useQuery({
    queryKey: ['task', taskId],
    queryFn: ({ signal }) => api.getTask({ path: { taskId: taskId ?? '' }, signal }),
    enabled: taskId !== undefined,
  });
  if (standing.length === 0 || (taskId !== undefined && !query.data)) return <LoadingState />;
  return (
    <TaskForm key={taskId ?? 'new'} task={query.data?.task ?? null} mayDate={query.data?.may.changeDeadline ?? true} />
  );
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function TaskForm({ task, mayDate }: { task: TaskOnScreen | null; mayDate: boolean }) {
  const t = useTexts();
  const navigate = useNavigate();
  const chosenYear = useYear();
  const { search } = useAddress();
  const { standing } = useUnits();
  const year = task?.planYear ?? chosenYear;
  const units = standing.map(({ unitId, name }) => ({ value: unitId, label: name }));
  /** The task as this person saw it: what others change is told against it. */
  const seen = useRef(task);
  const [changes, setChanges] = useState<readonly FieldChange[]>([]);
  const [allowsPast, setAllowsPast] = useState(false);
  const empty = {
    title: search.title ?? '',
    lead: search.lead ?? '',
    coordinators: '',
    products: '',
    deadline: search.deadline ?? '',
  };
  const mergeWithOthers = async (mine: ReturnType<typeof fieldsOf>): Promise<void> => {
    if (!seen.current) return;
    const { task: fresh } = await api.getTask({ path: { taskId: seen.current.taskId } });
    const { merged, changes: found } = mergeEdits(fieldsOf(seen.current), mine, fieldsOf(fresh));
    seen.current = fresh;
    setChanges(found);
    form.fill(merged);
  };
  const form = useForm({
    initial: task ? fieldsOf(task) : empty,
    draftName: `task-${task?.taskId ?? 'new'}`,
    check: ({ title, lead }) => ({
      ...(title.trim().length < 3 ? { title: t('task.needTitle') } : {}),
      ...(lead ? {} : { lead: t('task.needLead') }),
    }),
    submit: async (values) => {
      const { title, lead, coordinators, products, deadline } = values;
      const body = {
        title: title.trim(),
        leadId: lead,
        areaOrdinal: task?.areaOrdinal ?? (search.area ? Number(search.area) : null),
        coordinatorIds: coordinators.split(' ').filter((one) => one !== '' && one !== lead),
        products: lines(products),
        deadlineText: deadline.trim() || null,
        deadlines:
          seen.current && seen.current.deadlineText === (deadline.trim() || null)
            ? seen.current.deadlines
            : readDeadlines(deadline, { year }).map((found) => found.deadline),
        ...(allowsPast ? { allowsPast } : {}),
      };
      const save = async (): Promise<string> => {
        if (task) {
          const version = seen.current?.version ?? task.version;
          await api.changeTask({ path: { taskId: task.taskId }, body: { ...body, version } });
          return task.taskId;
        }
        if (search.register && search.record) {
          const path = { registerKey: search.register, recordId: search.record };
          const made = await api.handOutRecord({ path, body: { planYear: year, tasks: [body] } });
          return made.taskIds[0] ?? '';
        }
        const ties = {
          planId: search.plan ?? null,
          deficitId: search.deficit ?? null,
          parentId: search.parent ?? null,
        };
        return (await api.createTask({ body: { ...body, ...ties, planYear: year } })).taskId;
      };
      const taskId = await save().catch(async (error: unknown) => {
        if (error instanceof ApiError && error.code === 'task-changed') await mergeWithOthers(values);
        throw error;
      });
      await navigate({ to: '/tasks/$taskId', params: { taskId } });
    },
  });
  const { values, errors, set } = form;
  return (
    <>
      <PageHead
        title={task ? t('task.editTask') : t('task.newTask')}
        crumbs={[
          <Link key="tasks" to="/tasks">
            {t('task.tasks')}
          </Link>,
        ]}
      />
      <Card>
        <form className="stack" onSubmit={form.send} noValidate>
          <EditConflict
            changes={changes}
            onTake={({ field, after }) => {
              form.fill({ [field]: after });
              setChanges((now) => now.filter((one) => one.field !== field));
            }}
          />
          <DraftNotice isDraft={form.isDraft} onDiscard={form.reset} />
          <FormSummary errors={errors} />
          <LongTextField
            name="title"
            label={t('task.formTitle')}
            value={values.title}
            onChange={set('title')}
            error={errors.title}
            isRequired
          />
          <ChoiceField
            name="lead"
            label={t('task.lead')}
            value={values.lead}
            choices={units}
            emptyText={t('task.chooseUnit')}
            onChange={set('lead')}
            error={errors.lead}
            isRequired
          />
          <ChecksField
            name="coordinators"
            label={t('tasks.coordinatorsField')}
            choices={standing
              .filter(({ unitId }) => unitId !== values.lead)
              .map(({ unitId, name }) => ({ value: unitId, label: name }))}
            held={values.coordinators.split(' ')}
            onChange={(held) => form.fill({ coordinators: held.join(' ') })}
          />
          {mayDate ? null : <p className="soft">{t('tasks.deadlineFixed')}</p>}
          <TextField
            name="deadline"
            label={t('task.formDeadline')}
            hint={t('task.formDeadlineHint')}
            value={values.deadline}
            onChange={set('deadline')}
            isReadOnly={!mayDate}
          />
          {values.deadline.trim() ? <DeadlineMeaning text={values.deadline} year={year} /> : null}
          {errors.form || errors.deadline ? (
            <label>
              <input type="checkbox" checked={allowsPast} onChange={({ target }) => setAllowsPast(target.checked)} />{' '}
              {t('tasks.allowsPast')}
            </label>
          ) : null}
          <LongTextField
            name="products"
            label={t('task.formProducts')}
            value={values.products}
            onChange={set('products')}
          />
          <div className="form-buttons">
            <Button type="primary" htmlType="submit" loading={form.isBusy}>
              {t('task.saveTask')}
            </Button>
          </div>
        </form>
      </Card>
    </>
  );
}
