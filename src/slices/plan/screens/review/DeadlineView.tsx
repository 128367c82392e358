import { useTexts } from '../../../../web/language.ts';
import { StatusTag } from '../../../../web/ui/StatusTag.tsx';
import type { TaskDeadline } from '../../../tasks/index.ts';
import { deadlineMeaning, deadlineWords } from '../deadline-words.ts';

type DeadlineViewProps = { text: string | null; deadlines: readonly TaskDeadline[]; year: number | null };

/** The deadline in the document's words, in ours, and as the day it means. */
export function DeadlineView({ text, deadlines, year }: DeadlineViewProps) {
  const t = useTexts();
  return (
    <span className="deadline-view">
      {text ? <q>{text}</q> : null}
      {deadlines.map((deadline) => {
        const [words, meaning] = [deadlineWords(t, deadline), deadlineMeaning(t, deadline, year)];
        return (
          <span key={JSON.stringify(deadline)} className="deadline-read">
            <StatusTag tone={deadline.kind === 'continuous' || deadline.kind === 'external' ? 'plain' : 'teal'}>
              {words}
            </StatusTag>
            {meaning ? <span className="soft"> {meaning}</span> : null}
          </span>
        );
      })}
      {text && !deadlines.length ? <StatusTag tone="risk">{t('review.deadlineUnread')}</StatusTag> : null}
    </span>
  );
}
