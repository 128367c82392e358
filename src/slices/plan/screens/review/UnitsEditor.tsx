import { useId } from 'react';
import { useTexts } from '../../../../web/language.ts';
import type { UnitMatches } from './use-unit-matches.ts';

type UnitsEditorProps = {
  id: string;
  label: string;
  names: readonly string[];
  units: UnitMatches;
  onChange: (names: string[]) => void;
};

/** Units one by one: as the document names each, or another unit in its place. */
export function UnitsEditor({ id, label, names, units, onChange }: UnitsEditorProps) {
  const t = useTexts();
  const legendId = useId();
  return (
    <fieldset className="units-editor" aria-labelledby={legendId}>
      <legend id={legendId} className="field-label">
        {label}
      </legend>
      {names.map((name, at) => (
        <div key={name} className="units-editor-row">
          <UnitSelect
            id={`${id}-${at}`}
            label={t('review.unitFor', { field: label, name })}
            name={name}
            units={units}
            onChoose={(chosen) => onChange(names.map((one, place) => (place === at ? chosen : one)))}
          />
          <button
            type="button"
            className="link-button"
            onClick={() => onChange(names.filter((_one, place) => place !== at))}
          >
            {t('review.removeUnit')}
            <span className="visually-hidden"> {name}</span>
          </button>
        </div>
      ))}
      <UnitSelect
        id={`${id}-new`}
        label={t('review.addUnitTo', { field: label })}
        name={null}
        units={units}
        onChoose={(chosen) => (names.includes(chosen) ? undefined : onChange([...names, chosen]))}
      />
    </fieldset>
  );
}

type UnitSelectProps = {
  id: string;
  label: string;
  /** null: a unit is added. */
  name: string | null;
  units: UnitMatches;
  onChoose: (name: string) => void;
};

function UnitSelect({ id, label, name, units, onChoose }: UnitSelectProps) {
  const t = useTexts();
  const match = name === null ? null : units.matchOf(name);
  const matched = match?.kind === 'sure' ? units.byId.get(match.unitId)?.name : undefined;
  const isUnsure = match?.kind === 'unsure' || match?.kind === 'unknown';
  const written = name !== null && name !== matched ? name : null;
  return (
    <select
      id={id}
      className="input"
      aria-label={label}
      value={name ?? ''}
      onChange={(event) => onChoose(event.target.value)}
    >
      {name === null ? <option value="">{t('review.addUnit')}</option> : null}
      {written === null ? null : (
        <option value={written}>
          {isUnsure ? t('review.unitAsWritten', { name: written }) : matched ? `${written} = ${matched}` : written}
        </option>
      )}
      {units.standing.map((unit) => (
        <option key={unit.unitId} value={unit.name}>
          {unit.name}
        </option>
      ))}
    </select>
  );
}
