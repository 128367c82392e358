import { useTexts } from '../language.ts';
import { Card } from '../ui/Card.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { EmptyState } from '../ui/States.tsx';

export function Page() {
  const t = useTexts();
  return (
    <>
      <PageHead title={t('web.nav.overview')} />
      <Card>
        <EmptyState />
      </Card>
    </>
  );
}
