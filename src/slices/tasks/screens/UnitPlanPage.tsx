import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { api, type GetUnitPlanAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { DraftNotice, TextField } from '../../../web/ui/Field.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { Loaded } from '../../../web/ui/States.tsx';
import { Notice, StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useDraftState } from '../../../web/ui/use-draft-state.ts';
import { readDeadlines } from '../../deadlines/index.ts';
import { useUnits } from '../../units/screens/use-units.ts';
import { readTypedPlan } from './typed-lines.ts';
import { useAct } from './use-act.tsx';
import './tasks.css';

type Item = GetUnitPlanAnswer['items'][number];

/** The plan of one unit: lines from the department's plan and its own, each with who does it. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  const { unitId = '' } = useParams({ strict: false });
  const { byId } = useUnits();
  const query = useQuery({
    queryKey: ['unit-plan', year, unitId],
    queryFn: ({ signal }) => api.getUnitPlan({ path: { year, unitId }, signal }),
  });
  const title = t('unitPlans.unitPlanOf', { year, unit: byId.get(unitId)?.name ?? unitId });
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          <Link key="plans" to="/unit-plans">
            {t('unitPlans.unitPlans')}
          </Link>,
        ]}
        lead={query.data ? <StatusTag>{t(`unitPlans.unitPlan.${query.data.state}`)}</StatusTag> : undefined}
      />
      <Loaded query={query}>
        {(plan) => <PlanForm key={`${plan.version}-${plan.state}`} plan={plan} year={year} />}
      </Loaded>
    </>
  );
}

function PlanForm({ plan, year }: { plan: GetUnitPlanAnswer; year: number }) {
  const t = useTexts();
  const stored = { version: plan.version, items: plan.items as readonly Item[], number: plan.number ?? '' };
  const typed = useDraftState(`unit-plan-${year}-${plan.unitId}`, stored, readTypedPlan);
  // What is not being written any more is shown as it was handed in, whatever was typed.
  const isWritten = plan.may.write && (plan.state === 'drafting' || plan.state === 'returned');
  const { items, number } = isWritten ? typed.value : stored;
  const setItems = (next: readonly Item[]) => typed.set({ ...typed.value, items: next });
  const [reason, setReason] = useState('');
  const { run, isBusy, refusal } = useAct();
  const path = { year, unitId: plan.unitId };
  const covered = new Set(items.map(({ taskId }) => taskId));
  const missing = plan.missing.filter(({ taskId }) => !covered.has(taskId));
  const body = { version: plan.version, items: [...items], number: number.trim() || null, issuedOn: plan.issuedOn };
  const change = (key: string, part: Partial<Item>) =>
    setItems(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const save = async () => {
    const saved = await api.saveUnitPlan({ path, body });
    typed.forget();
    return saved;
  };
  const handIn = async () => {
    const { version } = await save();
    await api.moveUnitPlan({ path, body: { version, to: 'handed-in', reason: null } });
  };
  const decide = (to: 'approved' | 'returned') =>
    run(() => api.moveUnitPlan({ path, body: { version: plan.version, to, reason: reason.trim() || null } }));
  const addOwn = () => {
    const own = { taskId: null, title: '', product: null, userIds: [], deadlineText: null, deadlines: [] };
    setItems([...items, { ...own, key: `own-${items.length + 1}-${plan.version}` }]);
  };
  const canDecide = plan.may.decide && (plan.state === 'handed-in' || plan.state === 'approved');
  return (
    <div className="stack">
      {plan.reason ? <Notice tone="risk">{t('unitPlans.returnedBecause', { reason: plan.reason })}</Notice> : null}
      {refusal}
      {isWritten ? <DraftNotice isDraft={typed.isDraft} onDiscard={typed.discard} /> : null}
      {isWritten && typed.isDraft && typed.value.version !== plan.version ? (
        <Notice tone="risk">{t('unitPlans.draftOlder')}</Notice>
      ) : null}
      {isWritten ? (
        <Card>
          <div className="form-buttons">
            <Button disabled={missing.length === 0} onClick={() => setItems([...items, ...missing])}>
              {t('unitPlans.takeMissing', { count: missing.length })}
            </Button>
            <Button onClick={addOwn}>{t('unitPlans.addLine')}</Button>
          </div>
        </Card>
      ) : null}
      {items.map((item, place) => (
        <Card key={item.key}>
          <Line item={item} place={place + 1} plan={plan} isWritten={isWritten} year={year} onChange={change} />
          {isWritten ? (
            <button
              type="button"
              className="link-button"
              onClick={() => setItems(items.filter(({ key }) => key !== item.key))}
            >
              {t('unitPlans.dropLine', { place: place + 1 })}
            </button>
          ) : null}
        </Card>
      ))}
      {items.length === 0 ? <p className="soft">{t('tasks.nothingHere')}</p> : null}
      {isWritten || canDecide ? (
        <Card>
          <div className="stack">
            {isWritten ? (
              <>
                <TextField
                  name="plan-number"
                  label={t('unitPlans.planNumber')}
                  value={number}
                  onChange={(text) => typed.set({ ...typed.value, number: text })}
                />
                <div className="form-buttons">
                  <Button type="primary" loading={isBusy} onClick={() => run(handIn)}>
                    {t('unitPlans.handInPlan')}
                  </Button>
                  <Button loading={isBusy} onClick={() => run(save)}>
                    {t('tasks.save')}
                  </Button>
                </div>
              </>
            ) : null}
            {canDecide ? (
              <>
                <TextField name="plan-reason" label={t('tasks.reason')} value={reason} onChange={setReason} />
                <div className="form-buttons">
                  {plan.state === 'handed-in' ? (
                    <Button type="primary" loading={isBusy} onClick={() => decide('approved')}>
                      {t('unitPlans.approvePlan')}
                    </Button>
                  ) : null}
                  <Button loading={isBusy} onClick={() => decide('returned')}>
                    {t('unitPlans.returnPlan')}
                  </Button>
                </div>
              </>
            ) : null}
          </div>
        </Card>
      ) : null}
    </div>
  );
}

type LineProps = {
  item: Item;
  place: number;
  plan: GetUnitPlanAnswer;
  isWritten: boolean;
  year: number;
  onChange: (key: string, part: Partial<Item>) => void;
};

function Line({ item, place, plan, isWritten, year, onChange }: LineProps) {
  const t = useTexts();
  const names = new Map(plan.people.map(({ userId, displayName }) => [userId, displayName]));
  if (!isWritten)
    return (
      <dl className="facts">
        <dt>{place}</dt>
        <dd>
          {item.taskId ? (
            <Link to="/tasks/$taskId" params={{ taskId: item.taskId }}>
              {item.title}
            </Link>
          ) : (
            item.title
          )}
        </dd>
        <dt>{t('unitPlans.linePeople')}</dt>
        <dd>{item.userIds.map((userId) => names.get(userId) ?? userId).join(', ') || t('unitPlans.nobodyDoes')}</dd>
        <dt>{t('unitPlans.lineDeadline')}</dt>
        <dd>{item.deadlineText ?? ''}</dd>
      </dl>
    );
  const setDeadline = (text: string) =>
    onChange(item.key, {
      deadlineText: text || null,
      deadlines: readDeadlines(text, { year }).map((found) => found.deadline) as Item['deadlines'],
    });
  return (
    <div className="stack">
      <TextField
        name={`line-${item.key}`}
        label={`${place}. ${item.taskId === null ? t('unitPlans.lineOwn') : t('unitPlans.lineTitle')}`}
        value={item.title}
        onChange={(title) => onChange(item.key, { title })}
      />
      <TextField
        name={`line-deadline-${item.key}`}
        label={t('unitPlans.lineDeadline')}
        value={item.deadlineText ?? ''}
        onChange={setDeadline}
      />
      <fieldset className="unit-checks">
        <legend className="field-label">{t('unitPlans.linePeople')}</legend>
        {plan.people.map(({ userId, displayName }) => (
          <label key={userId}>
            <input
              type="checkbox"
              checked={(item.userIds as string[]).includes(userId)}
              onChange={({ target }) => {
                const others = item.userIds.filter((one) => one !== userId);
                onChange(item.key, { userIds: target.checked ? [...others, userId as `user_${string}`] : others });
              }}
            />{' '}
            {displayName}
          </label>
        ))}
      </fieldset>
    </div>
  );
}
