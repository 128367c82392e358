import { useTexts } from '../../../web/language.ts';
import { useYear } from '../../../web/session/session.ts';
import { IndexSubpage } from './IndexSubpage.tsx';
import { OwnersForm } from './owners/OwnersForm.tsx';

/** Who answers for every leaf and what its points take, set for many leaves at once. */
export function Page() {
  const t = useTexts();
  const year = useYear();
  return (
    <IndexSubpage title={t('owners.title')} lead={t('owners.lead')}>
      {(index) => <OwnersForm key={year} index={index} />}
    </IndexSubpage>
  );
}
