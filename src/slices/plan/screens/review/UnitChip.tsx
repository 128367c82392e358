import { useTexts } from '../../../../web/language.ts';
import type { UnitMatches } from './use-unit-matches.ts';

type UnitChipProps = { name: string; units: UnitMatches };

/** A unit as the document names it, with what it was taken for; a name that no unit answers to carries a question mark. */
export function UnitChip({ name, units }: UnitChipProps) {
  const t = useTexts();
  const match = units.matchOf(name);
  const unit = match.kind === 'sure' ? units.byId.get(match.unitId) : undefined;
  if (unit)
    return (
      <span className="chip" title={t('review.unitIs', { name, unit: unit.name })}>
        {unit.shortName}
      </span>
    );
  if (match.kind === 'group')
    return (
      <span className="chip" title={t('review.unitIsGroup')}>
        {name}
      </span>
    );
  return (
    <span className="chip chip-unsure" title={t('review.unitIsUnknown')}>
      {name}
      <span aria-hidden="true">?</span>
      <span className="visually-hidden"> {t('review.unitIsUnknown')}</span>
    </span>
  );
}
