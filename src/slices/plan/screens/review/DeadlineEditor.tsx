import { useTexts } from '../../../../web/language.ts';
import { TextField } from '../../../../web/ui/Field.tsx';
import { readDeadlines } from '../../../deadlines/index.ts';
import { DeadlineView } from './DeadlineView.tsx';
import type { ReviewDesk } from './review-desk.ts';
import { deadlinesOf, type ReviewItem, textOf } from './sections.ts';

type DeadlineEditorProps = { id: string; label: string; item: ReviewItem; desk: ReviewDesk };

/** The deadline in the document's words; each letter typed is read anew by the same rules as the document. */
export function DeadlineEditor({ id, label, item, desk }: DeadlineEditorProps) {
  const t = useTexts();
  const isObligation = 'what' in item;
  const type = (text: string) =>
    desk.change(item.key, {
      deadlineText: text || isObligation ? text : null,
      deadlines: readDeadlines(text, { year: desk.year }).map(({ deadline }) => deadline),
    });
  return (
    <div className="stack-tight">
      <TextField
        name={id}
        label={label}
        hint={t('review.deadlineHint')}
        value={textOf(item, 'deadlineText')}
        onChange={type}
      />
      <output className="deadline-output">
        {t('review.deadlineRead')} <DeadlineView text={null} deadlines={deadlinesOf(item)} year={desk.year} />
        {deadlinesOf(item).length ? null : <span className="soft">{t('review.deadlineNone')}</span>}
      </output>
    </div>
  );
}
