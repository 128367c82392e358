import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useAddress } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { ChoiceField, DraftNotice, FormSummary, LongTextField, TextField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { LoadingState } from '../../../web/ui/States.tsx';
import { useForm } from '../../../web/ui/useForm.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { DeadlineMeaning } from './DeadlineMeaning.tsx';
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
  return <TaskForm key={taskId ?? 'new'} task={query.data?.task ?? null} />;
}

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

function TaskForm({ task }: { task: TaskOnScreen | null }) {
  const t = useTexts();
  const navigate = useNavigate();
  const chosenYear = useYear();
  const { search } = useAddress();
  const { standing } = useUnits();
  const year = task?.planYear ?? chosenYear;
  const units = standing.map(({ unitId, name }) => ({ value: unitId, label: name }));
  const form = useForm({
    initial: {
      title: task?.title ?? search.title ?? '',
      lead: task?.leads[0]?.unitId ?? search.lead ?? '',
      products: task?.products.join('\n') ?? '',
      deadline: task?.deadlineText ?? '',
    },
    draftName: `task-${task?.taskId ?? 'new'}`,
    check: ({ title, lead }) => ({
      ...(title.trim().length < 3 ? { title: t('task.needTitle') } : {}),
      ...(lead ? {} : { lead: t('task.needLead') }),
    }),
    submit: async ({ title, lead, products, deadline }) => {
      const body = {
        title: title.trim(),
        leadId: lead,
        areaOrdinal: task?.areaOrdinal ?? (search.area ? Number(search.area) : null),
        coordinatorIds: task?.coordinators.flatMap(({ unitId }) => (unitId === null ? [] : [unitId])) ?? [],
        products: lines(products),
        deadlineText: deadline.trim() || null,
        deadlines: readDeadlines(deadline, { year }).map((found) => found.deadline),
      };
      const { taskId } = task
        ? await api
            .changeTask({ path: { taskId: task.taskId }, body: { ...body, version: task.version } })
            .then(() => task)
        : await api.createTask({
            body: { ...body, planYear: year, planId: search.plan ?? null, deficitId: search.deficit ?? null },
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
          <TextField
            name="deadline"
            label={t('task.formDeadline')}
            hint={t('task.formDeadlineHint')}
            value={values.deadline}
            onChange={set('deadline')}
          />
          {values.deadline.trim() ? <DeadlineMeaning text={values.deadline} year={year} /> : null}
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
