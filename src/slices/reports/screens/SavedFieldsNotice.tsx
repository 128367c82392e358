import { Button } from 'antd';
import { useTexts } from '../../../web/language.ts';
import { figureText } from '../../../web/ui/figures.ts';
import { Notice } from '../../../web/ui/StatusTag.tsx';
import type { Conflict } from '../rules/merge-content.ts';
import type { SaveState } from './use-saved-fields.ts';

/** Whether what is typed is on the server yet. */
export function SaveStateText({ state }: { state: SaveState }) {
  const t = useTexts();
  return (
    <span className={state === 'failed' ? 'tag tag-risk' : 'soft'} role="status">
      {t(`reports.save.${state}`)}
    </span>
  );
}

type ConflictsProps = {
  conflicts: readonly Conflict[];
  labelOf: (field: string) => string;
  onSettle: (conflict: Conflict, isMine: boolean) => void;
};

const shown = ({ kind }: Conflict, value: string | null): string =>
  value === null || value === '' ? '–' : kind === 'number' ? figureText(value) : value;

/** What somebody else changed in the same field: both values, and the person chooses. */
export function Conflicts({ conflicts, labelOf, onSettle }: ConflictsProps) {
  const t = useTexts();
  return (
    <>
      {conflicts.map((conflict) => (
        <Notice key={`${conflict.kind} ${conflict.field}`} tone="risk">
          <p>{t('reports.conflict', { field: labelOf(conflict.field) })}</p>
          <dl className="facts">
            <dt>{t('reports.conflictTheirs')}</dt>
            <dd>{shown(conflict, conflict.theirs)}</dd>
            <dt>{t('reports.conflictMine')}</dt>
            <dd>{shown(conflict, conflict.mine)}</dd>
          </dl>
          <div className="form-buttons">
            <Button onClick={() => onSettle(conflict, false)}>{t('reports.takeTheirs')}</Button>
            <Button onClick={() => onSettle(conflict, true)}>{t('reports.keepMine')}</Button>
          </div>
        </Notice>
      ))}
    </>
  );
}
