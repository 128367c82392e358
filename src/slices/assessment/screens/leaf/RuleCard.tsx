import { useLanguage, useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { LeafPoints } from '../../../scoring/index.ts';
import { ruleSteps } from '../../rules/rule-steps.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';

/** The rule as a table: where we stand, and how far the next line is. */
export function RuleCard({ index, result }: { index: IndexOnScreen; result: LeafPoints }) {
  const t = useTexts();
  const language = useLanguage();
  const { leaf } = result;
  const question = leaf.rule.shape === 'yes_no' ? leaf.rule.question : null;
  return (
    <Card title={t('leaf.rule')} more={<span className="soft">{t(`leaf.shape.${leaf.rule.shape}`)}</span>}>
      {question ? <p>{question}</p> : null}
      <table className="table">
        <caption className="visually-hidden">{t('leaf.rule')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('leaf.ruleWhat')}</th>
            <th scope="col" className="align-end">
              {t('leaf.rulePoints')}
            </th>
            <th scope="col">{t('leaf.ruleStand')}</th>
          </tr>
        </thead>
        <tbody>
          {ruleSteps(index.set, result).map(({ what, points, isHere, distance }) => (
            <tr key={what.vi} className={isHere ? 'leaf-here' : undefined}>
              <th scope="row">{what[language]}</th>
              <td className="align-end">{points === null ? '' : figureText(points)}</td>
              <td>
                {isHere ? (
                  <StatusTag tone="teal">{distance?.[language] ?? t('leaf.here')}</StatusTag>
                ) : (
                  <span className="soft">{distance?.[language] ?? ''}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {t(`leaf.policy.${leaf.policy}`)}
        {leaf.sourceNote ? ` ${t('leaf.source', { source: leaf.sourceNote })}` : ''}
      </p>
    </Card>
  );
}
