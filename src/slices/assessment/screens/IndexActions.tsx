import { Link } from '@tanstack/react-router';
import type { GetIndexAnswer } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { FreezeButton } from './FreezeButton.tsx';

/** Ways on from the index: what-if, ranking, sets, and freezing the year's figures. */
export function IndexActions({ data }: { data: GetIndexAnswer | undefined }) {
  const t = useTexts();
  const hasRight = useRights();
  return (
    <>
      <Link to="/index/what-if" className="strong-link plain">
        {t('assessment.whatIf')}
      </Link>
      <Link to="/index/ranking" className="strong-link plain">
        {t('assessment.ranking')}
      </Link>
      <Link to="/index/sets" className="strong-link plain">
        {t('assessment.sets')}
      </Link>
      <Link to="/index/results" className="strong-link plain">
        {t('results.title')}
      </Link>
      <Link to="/index/years" className="strong-link plain">
        {t('results.yearsLink')}
      </Link>
      <Link to="/index/owners" className="strong-link plain">
        {t('owners.title')}
      </Link>
      <Link to="/index/losses" className="strong-link plain">
        {t('results.lossesLink')}
      </Link>
      {data?.settings && hasRight('index.change') ? <FreezeButton data={data} /> : null}
    </>
  );
}
