import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights, useSession } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { unitKinds } from '../index.ts';
import { ReorganiseForm } from './ReorganiseForm.tsx';
import { UnitForm } from './UnitForm.tsx';
import { UnitPanel } from './UnitPanel.tsx';
import { UnitTable } from './UnitTable.tsx';
import { type UnitData, unitRows, unitsOn } from './unit-rows.ts';
import { unitsQuery } from './use-units.ts';

/** The organisation: the tree as it stood on any day, other names, heads, and what became of whom. */
export function Page() {
  const query = useQuery(unitsQuery);
  const t = useTexts();
  return (
    <Loaded query={query} title={t('units.title')}>
      {(data) => <Units data={data} />}
    </Loaded>
  );
}

type UnitsProps = { data: UnitData };

function Units({ data }: UnitsProps) {
  const t = useTexts();
  const { today } = useSession();
  const { search } = useAddress();
  const standing = unitsOn(data.units, today).length;
  const rows = unitRows(data, { query: search.q ?? '', kind: search.kind ?? '', day: search.day ?? today });
  const chosen = data.units.find(({ unitId }) => unitId === search.unit);
  return (
    <>
      <PageHead
        title={t('units.title')}
        lead={t('units.lead', { standing, ended: data.units.length - standing })}
        actions={<UnitDeeds data={data} />}
      />
      <div className="grid grid-top">
        <Card wide={8}>
          <FilterBar
            filters={[
              { kind: 'text', key: 'q', label: t('units.search') },
              {
                kind: 'choice',
                key: 'kind',
                label: t('units.kind'),
                choices: unitKinds.map((kind) => ({ value: kind, label: t(`units.kind.${kind}`) })),
              },
              { kind: 'day', key: 'day', label: t('units.onDay') },
            ]}
          />
          {rows.length ? (
            <UnitTable rows={rows} selectedKey={search.unit ?? ''} />
          ) : (
            <EmptyState title={t('units.none')} />
          )}
        </Card>
        <div className={chosen ? 'wide-4 first-when-narrow' : 'wide-4'}>
          {chosen ? (
            <UnitPanel key={`${chosen.unitId} ${chosen.version}`} unit={chosen} data={data} />
          ) : (
            <Card>
              <p className="soft">{t('units.choose')}</p>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

function UnitDeeds({ data }: UnitsProps) {
  const t = useTexts();
  const hasRight = useRights();
  const [open, setOpen] = useState<'create' | 'reorganise' | null>(null);
  const close = () => setOpen(null);
  if (!hasRight('units.change')) return null;
  return (
    <>
      <Button onClick={() => setOpen('reorganise')}>{t('units.reorganise')}</Button>
      <Button type="primary" onClick={() => setOpen('create')}>
        {t('units.create')}
      </Button>
      <Dialog isOpen={open === 'create'} title={t('units.create')} onClose={close}>
        <UnitForm units={data.units} onDone={close} />
      </Dialog>
      <Dialog isOpen={open === 'reorganise'} title={t('units.reorganise')} onClose={close}>
        <ReorganiseForm units={data.units} onDone={close} />
      </Dialog>
    </>
  );
}
