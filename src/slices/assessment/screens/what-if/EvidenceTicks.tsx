import { useAddress } from '../../../../web/address.ts';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { FilterBar } from '../../../../web/ui/FilterBar.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { matchesWords } from '../../../../web/ui/table.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { piecesOf } from '../leaf/EvidenceCard.tsx';
import { replaced, type Supposed } from './supposed.ts';

type EvidenceTicksProps = {
  index: IndexOnScreen;
  ticked: readonly Supposed[];
  onTick: (ticked: readonly Supposed[]) => void;
};

const SHOWN = 12;

/** Leaves whose evidence the appraiser may refuse: unticked, the leaf counts 0. Those with something missing come first. */
export function EvidenceTicks({ index, ticked, onTick }: EvidenceTicksProps) {
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
  const isRefused = (code: string) => ticked.some((one) => one.code === code && one.kind === 'evidence-refused');
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
                  onTick(
                    replaced(
                      ticked,
                      leaf.code,
                      'evidence-refused',
                      isRefused(leaf.code) ? null : { kind: 'evidence-refused', code: leaf.code },
                    ),
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
}
