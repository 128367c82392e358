import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { RegisterDeclaration } from '../../index.ts';
import { askAgain, moveRecord } from '../calls.ts';
import { StepTag } from '../list/StepTag.tsx';
import type { RecordOnScreen } from '../on-screen.ts';
import { missingForStep } from '../values/typed-values.ts';
import { nextSteps } from './next-steps.ts';

type StepsCardProps = { declaration: RegisterDeclaration; record: RecordOnScreen; mayMove: boolean };

/** Where the record stands and where it may go; the button that matters is the strong one. */
export function StepsCard({ declaration, record, mayMove }: StepsCardProps) {
  const t = useTexts();
  const language = useLanguage();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<string | null>(null);
  const moving = useMutation({
    mutationFn: (step: string) => moveRecord(declaration.key, record, { to: step, note: null }),
    onSettled: () => askAgain(queries, declaration.key),
  });
  const steps = nextSteps(declaration, record.step);
  if (!declaration.steps) return null;
  const missing = asked ? missingForStep(declaration.fields, declaration.steps[asked]?.needs ?? [], record.values) : [];
  const go = (step: string) => {
    const needs = declaration.steps?.[step]?.needs ?? [];
    const lacks = missingForStep(declaration.fields, needs, record.values).length > 0;
    setAsked(lacks ? step : null);
    if (!lacks) moving.mutate(step);
  };
  return (
    <Card title={t('registers.step')}>
      <div className="stack">
        <p>
          {record.step ? (
            <StepTag declaration={declaration} step={record.step} language={language} timing={record.timing} />
          ) : (
            <span className="soft">{t('registers.noStep')}</span>
          )}
        </p>
        {mayMove && steps.length ? (
          <div className="form-buttons no-print">
            {steps.map(({ key, isStrong, isForward }) => (
              <Button
                key={key}
                type={isStrong ? 'primary' : 'default'}
                loading={moving.isPending && moving.variables === key}
                disabled={moving.isPending}
                onClick={() => go(key)}
              >
                {t(isForward ? 'registers.stepTo' : 'registers.stepBack', {
                  step: declaration.steps?.[key]?.label[language] ?? key,
                })}
              </Button>
            ))}
          </div>
        ) : null}
        {missing.length && asked ? (
          <Notice tone="risk">
            <p>{t('registers.stepNeeds', { step: declaration.steps[asked]?.label[language] ?? asked })}</p>
            <ul className="plain-list">
              {missing.map((name) => (
                <li key={name}>
                  <Link
                    to="/registers/$key/records/$recordId/edit"
                    params={{ key: declaration.key, recordId: record.recordId }}
                    search={{ at: name, step: asked }}
                  >
                    {declaration.fields[name]?.label[language]}
                  </Link>
                </li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {moving.error ? <Notice tone="late">{moving.error.message}</Notice> : null}
      </div>
    </Card>
  );
}
