import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { UnitMatches } from './use-unit-matches.ts';

type UnitQuestionsProps = { names: readonly string[]; units: UnitMatches };

/** Names in the document that no unit answers to for sure: asked once, remembered for every later document. */
export function UnitQuestions({ names, units }: UnitQuestionsProps) {
  const t = useTexts();
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [taught, setTaught] = useState<string | null>(null);
  const open = names.filter((name) => !left.has(name) && ['unsure', 'unknown'].includes(units.matchOf(name).kind));
  if (!open.length && taught === null) return null;
  return (
    <Card title={t('review.unitQuestions')} more={<span className="soft">{t('review.unitRemembered')}</span>}>
      <div className="unit-questions">
        {open.map((name) => (
          <UnitQuestion
            key={name}
            name={name}
            units={units}
            onTaught={() => setTaught(name)}
            onLeave={() => setLeft(new Set([...left, name]))}
          />
        ))}
      </div>
      {taught === null ? null : <Notice tone="good">{t('review.unitTaught', { name: taught })}</Notice>}
    </Card>
  );
}

type UnitQuestionProps = { name: string; units: UnitMatches; onTaught: () => void; onLeave: () => void };

function UnitQuestion({ name, units, onTaught, onLeave }: UnitQuestionProps) {
  const t = useTexts();
  const match = units.matchOf(name);
  const candidates = match.kind === 'unsure' ? match.candidates : [];
  const answer = useMutation({
    mutationFn: (unitId: string) => api.answerUnit({ body: { name, unitId } }),
    onSuccess: onTaught,
  });
  const others = units.standing.filter(({ unitId }) => !candidates.some((candidate) => candidate === unitId));
  return (
    <fieldset className="unit-question">
      <legend>{t('review.unitQuestion', { name })}</legend>
      {candidates.map((unitId) => (
        <Button key={unitId} disabled={answer.isPending} onClick={() => answer.mutate(unitId)}>
          {units.byId.get(unitId)?.name ?? unitId}
        </Button>
      ))}
      <select
        className="input unit-question-other"
        aria-label={t('review.unitOtherFor', { name })}
        value=""
        disabled={answer.isPending}
        onChange={(event) => answer.mutate(event.target.value)}
      >
        <option value="">{candidates.length ? t('review.unitOther') : t('review.unitChoose')}</option>
        {others.map((unit) => (
          <option key={unit.unitId} value={unit.unitId}>
            {unit.name}
          </option>
        ))}
      </select>
      <button type="button" className="link-button" onClick={onLeave}>
        {t('review.unitLeave')}
        <span className="visually-hidden"> {name}</span>
      </button>
      {answer.error ? <Notice tone="late">{answer.error.message}</Notice> : null}
    </fieldset>
  );
}
