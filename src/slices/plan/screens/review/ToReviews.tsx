import { Link } from '@tanstack/react-router';
import { useTexts } from '../../../../web/language.ts';

/** The way back to the documents read. */
export function ToReviews() {
  const t = useTexts();
  return <Link to="/plans/reviews">{t('plan.reviewsTitle')}</Link>;
}
