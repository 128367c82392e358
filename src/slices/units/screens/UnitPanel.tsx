import { Button } from 'antd';
import { useState } from 'react';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { dayText } from '../../../web/ui/moments.ts';
import { StatusTag } from '../../../web/ui/StatusTag.tsx';
import { UnitAliases } from './UnitAliases.tsx';
import { UnitForm } from './UnitForm.tsx';
import { UnitHeads } from './UnitHeads.tsx';
import type { UnitData, UnitItem } from './unit-rows.ts';

type UnitPanelProps = { unit: UnitItem; data: UnitData };

/** Everything about one unit, beside the list. */
export function UnitPanel({ unit, data }: UnitPanelProps) {
  const t = useTexts();
  const mayChange = useRights()('units.change');
  const [isCorrecting, setCorrecting] = useState(false);
  return (
    <div className="stack">
      <Card
        title={unit.name}
        more={
          mayChange && !isCorrecting ? (
            <Button size="small" onClick={() => setCorrecting(true)}>
              {t('units.correct')}
            </Button>
          ) : null
        }
      >
        {isCorrecting ? (
          <UnitForm units={data.units} unit={unit} onDone={() => setCorrecting(false)} />
        ) : (
          <p>
            {unit.shortName} · {t(`units.kind.${unit.kind}`)} · {dayText(unit.validFrom)}{' '}
            {unit.validTo ? (
              <StatusTag>{t('units.ended', { day: dayText(unit.validTo) })}</StatusTag>
            ) : (
              <StatusTag tone="good">{t('units.stillStanding')}</StatusTag>
            )}
          </p>
        )}
      </Card>
      <UnitAliases unit={unit} aliases={data.aliases} mayChange={mayChange} />
      <UnitHeads unit={unit} heads={data.heads} mayChange={mayChange} />
      <UnitHistory unit={unit} data={data} />
    </div>
  );
}

/** What the unit came from and what became of it. */
function UnitHistory({ unit, data }: UnitPanelProps) {
  const t = useTexts();
  const nameOf = (unitId: string) => data.units.find((one) => one.unitId === unitId)?.name ?? unitId;
  const namesOf = (unitIds: readonly string[]) => [...new Set(unitIds)].map(nameOf).join(', ');
  const changes = data.changes.filter(({ pairs }) => pairs.some(({ from, to }) => [from, to].includes(unit.unitId)));
  return (
    <Card title={t('units.history')}>
      {changes.length ? (
        <ul className="things">
          {changes.map(({ changeId, kind, effectiveOn, decisionNumber, pairs }) => (
            <li key={changeId}>
              <time dateTime={effectiveOn}>{dayText(effectiveOn)}</time>
              <span>
                <span className="things-title">{t(`units.change.${kind}`)}</span> {decisionNumber}
                <br />
                <span className="soft">
                  {t('units.changeFrom', { units: namesOf(pairs.map(({ from }) => from)) })}{' '}
                  {t('units.changeTo', { units: namesOf(pairs.map(({ to }) => to)) })}
                </span>
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="soft">{t('units.noHistory')}</p>
      )}
    </Card>
  );
}
