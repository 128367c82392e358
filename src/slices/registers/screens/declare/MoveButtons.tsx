import { useTexts } from '../../../../web/language.ts';

type MoveButtonsProps = {
  /** Names what is moved, for those who do not see where the buttons stand. */
  label: string;
  at: number;
  count: number;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
};

export function MoveButtons({ label, at, count, onMove, onRemove }: MoveButtonsProps) {
  const t = useTexts();
  return (
    <span className="move-buttons">
      <button
        type="button"
        className="small-button"
        disabled={at === 0}
        aria-label={t('declare.moveUp', { label })}
        onClick={() => onMove(-1)}
      >
        ↑
      </button>
      <button
        type="button"
        className="small-button"
        disabled={at === count - 1}
        aria-label={t('declare.moveDown', { label })}
        onClick={() => onMove(1)}
      >
        ↓
      </button>
      <button type="button" className="small-button" aria-label={t('declare.remove', { label })} onClick={onRemove}>
        ✕
      </button>
    </span>
  );
}
