import { memo } from 'react';
import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { matchesWords } from '../../../../web/ui/table.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { piecesOf } from '../leaf/EvidenceCard.tsx';
import type { Change } from './supposed.ts';

type EvidenceTicksProps = {
  index: IndexOnScreen;
  /** Codes, one space between them: while a figure is dragged they do not change, and the list is not drawn again. */
  refused: string;
  onChange: Change;
};

const SHOWN = 12;

/** Leaves whose evidence the appraiser may refuse: unticked, the leaf counts 0. Those with something missing come first. */
export const EvidenceTicks = memo(function EvidenceTicks({ index, refused, onChange }: EvidenceTicksProps) {
  const t = useTexts();
  const { search } = useAddress();
  const leaves = index.start.points.leaves
    .filter(({ points, isApplicable, leaf }) => isApplicable && points?.greaterThan(0) && leaf.evidence.length > 0)
    .map((result) => ({
      ...result,
      missing: result.leaf.evidence.filter((_, at) => piecesOf(index.data.evidence, result.leaf.code, at).length === 0)
        .length,
    }))
    .filter(({ leaf }) => !search.leaf || leaf.code === search.leaf)
    .filter(({ leaf }) => matchesWords(`${leaf.code} ${leaf.nameVi}`, search.q ?? ''))
    .sort((a, b) => Number(b.missing > 0) - Number(a.missing > 0) || Number(b.points?.comparedTo(a.points ?? 0)));
  const codes = new Set(refused.split(' '));
  const isRefused = (code: string) => codes.has(code);
  return (
    <Card title={t('assessment.whatIfEvidence')}>
      <p className="soft">{t('assessment.whatIfEvidenceLead')}</p>
      <FilterBar filters={[{ kind: 'text', key: 'q', label: t('assessment.criterion') }]} />
      <ul className="things">
        {leaves.slice(0, SHOWN).map(({ leaf, points, missing }) => (
          <li key={leaf.code}>
            <b className="nowrap">{figureText(points?.toFixed() ?? '0')}</b>
            <label>
              <input
                type="checkbox"
                checked={!isRefused(leaf.code)}
                onChange={() =>
                  onChange(
                    leaf.code,
                    'evidence-refused',
                    isRefused(leaf.code) ? null : { kind: 'evidence-refused', code: leaf.code },
                  )
                }
              />{' '}
              {leaf.code} {leaf.nameVi}
              {missing ? <span className="soft"> · {t('assessment.whatIfMissing', { count: missing })}</span> : null}
            </label>
          </li>
        ))}
      </ul>
      {leaves.length > SHOWN ? (
        <p className="soft">{t('assessment.whatIfMore', { count: leaves.length - SHOWN })}</p>
      ) : null}
    </Card>
  );
});
