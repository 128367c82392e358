import type { GetAnswersAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { figureText } from '../../../web/ui/figures.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { useUnits } from '../../units/screens/use-units.ts';
import { ThresholdForm } from './ThresholdForm.tsx';

type Proposal = GetAnswersAnswer['proposals'][number];

/** Praise and reprimand, each with the figures that it rests on. */
export function Proposals({ answer, mayChange }: { answer: GetAnswersAnswer; mayChange: boolean }) {
  const t = useTexts();
  return (
    <Card title={t('dashboard.proposals')} wide={7}>
      <div className="stack">
        <p className="soft">{t('dashboard.proposalsLead')}</p>
        {answer.proposals.length === 0 ? <p>{t('dashboard.noProposals')}</p> : null}
        <ul className="things">
          {answer.proposals.map((proposal) => (
            <ProposalLine key={proposal.unitId} proposal={proposal} />
          ))}
        </ul>
        {mayChange ? (
          <details className="no-print">
            <summary className="link-button">{t('dashboard.thresholds')}</summary>
            <ThresholdForm key={answer.version} thresholds={answer.thresholds} version={answer.version} />
          </details>
        ) : null}
      </div>
    </Card>
  );
}

function ProposalLine({ proposal: { unitId, kind, facts } }: { proposal: Proposal }) {
  const t = useTexts();
  const unit = useUnits().byId.get(unitId);
  return (
    <li>
      <StatusTag tone={kind === 'praise' ? 'good' : 'late'}>{t(`dashboard.kind.${kind}`)}</StatusTag>
      <div>
        <div className="things-title">{unit?.name ?? unitId}</div>
        <ul className="answer-facts">
          {facts.map(({ name, value, threshold }) => (
            <li key={name}>
              {t(`dashboard.fact.${kind}.${name}`, { value: figureText(value), threshold: figureText(threshold) })}
            </li>
          ))}
        </ul>
      </div>
    </li>
  );
}
