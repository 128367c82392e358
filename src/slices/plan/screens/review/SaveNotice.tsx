import { useTexts } from '../../../../web/language.ts';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import type { ReviewDraft } from './use-review-draft.ts';

type SaveNoticeProps = { saving: ReviewDraft };

/** Whether what is typed is safe, and what to do where it is not. */
export function SaveNotice({ saving: { saveState, problem, save, mergeWithOthers } }: SaveNoticeProps) {
  const t = useTexts();
  if (saveState === 'conflict')
    return (
      <Notice tone="risk">
        {problem}{' '}
        <button type="button" className="link-button" onClick={() => void mergeWithOthers()}>
          {t('review.merge')}
        </button>
      </Notice>
    );
  if (saveState === 'failed')
    return (
      <Notice tone="late">
        {t('review.saveFailed')} {problem}{' '}
        <button type="button" className="link-button" onClick={() => void save()}>
          {t('web.retry')}
        </button>
      </Notice>
    );
  return (
    <span className="save-state soft" role="status">
      {t(`review.saveState.${saveState}`)}
    </span>
  );
}
