import { Button } from 'antd';
import { useTexts } from '../../../../web/language.ts';
import { figureText } from '../../../../web/ui/figures.ts';
import { useUnits } from '../../../units/screens/use-units.ts';
import { sharesAddedUp } from '../../rules/loss-shares.ts';

export type ShareLine = { readonly unitId: string | null; readonly name: string; readonly weight: string };

type UnitSharesProps = {
  lines: readonly ShareLine[];
  /** Points to share out; null while they cannot be read. */
  amount: string | null;
  digits: number;
  onChange: (lines: readonly ShareLine[]) => void;
};

const isWeight = (text: string): boolean => /^\d{1,9}(\.\d{1,6})?$/.test(text) && Number(text) > 0;

/** Who answers for how much: weights of any kind (66 late dossiers), shares in points that add up exactly. */
export function UnitShares({ lines, amount, digits, onChange }: UnitSharesProps) {
  const t = useTexts();
  const { standing } = useUnits();
  const named = lines.filter(({ name }) => name !== '');
  const isWhole = amount !== null && named.length > 0 && named.every(({ weight }) => isWeight(weight));
  const shares = isWhole ? sharesAddedUp(amount, named, digits) : [];
  const change = (at: number, line: Partial<ShareLine>) =>
    onChange(lines.map((one, place) => (place === at ? { ...one, ...line } : one)));
  return (
    <fieldset className="loss-units">
      <legend className="field-label">{t('loss.units')}</legend>
      {lines.map((line, at) => {
        const share = shares[named.indexOf(line)];
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own while they are being filled
          <div key={at} className="loss-unit">
            <select
              className="input"
              aria-label={t('loss.unit', { number: at + 1 })}
              value={line.unitId ?? line.name}
              onChange={(event) => {
                const unit = standing.find(({ unitId }) => unitId === event.target.value);
                change(at, { unitId: unit?.unitId ?? null, name: unit?.name ?? event.target.value });
              }}
            >
              <option value="">{t('assessment.choose')}</option>
              {line.name && line.unitId === null ? <option value={line.name}>{line.name}</option> : null}
              {standing.map(({ unitId, name }) => (
                <option key={unitId} value={unitId}>
                  {name}
                </option>
              ))}
            </select>
            <input
              className="input"
              aria-label={t('loss.weight', { number: at + 1 })}
              value={line.weight.replace('.', ',')}
              onChange={(event) => change(at, { weight: event.target.value.replace(',', '.') })}
            />
            <span className="soft nowrap">{share ? t('leaf.points', { points: figureText(share.share) }) : ''}</span>
            <button
              type="button"
              className="link-button"
              onClick={() => onChange(lines.filter((_, place) => place !== at))}
            >
              {t('loss.unitRemove')}
            </button>
          </div>
        );
      })}
      <Button size="small" onClick={() => onChange([...lines, { unitId: null, name: '', weight: '1' }])}>
        {t('loss.unitAdd')}
      </Button>
      <p className="soft">{t('loss.unitsHint')}</p>
    </fieldset>
  );
}
