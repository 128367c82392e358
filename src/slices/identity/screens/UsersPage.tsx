import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useAddress } from '../../../web/address.ts';
import { api } from '../../../web/client.generated.ts';
import { useTexts } from '../../../web/language.ts';
import { useRights } from '../../../web/session/session.ts';
import { Card } from '../../../web/ui/Card.tsx';
import { Dialog } from '../../../web/ui/Dialog.tsx';
import { FilterBar } from '../../../web/ui/FilterBar.tsx';
import { PageHead } from '../../../web/ui/PageHead.tsx';
import { EmptyState, Loaded } from '../../../web/ui/States.tsx';
import { roles } from '../index.ts';
import { NewUserForm } from './NewUserForm.tsx';
import { UserPanel } from './UserPanel.tsx';
import { UserTable } from './UserTable.tsx';
import { filterUsers, type UserRow, type UserState, type UserUnit, userRows } from './user-rows.ts';

const STATES = ['active', 'locked', 'off'] as const satisfies readonly UserState[];

/** Who works here, in which role and unit, and who may not log in. */
export function Page() {
  const query = useQuery({
    queryKey: ['users', 'with units'],
    queryFn: async ({ signal }) => {
      const [{ users }, { units }] = await Promise.all([api.findUsers({ signal }), api.findUnits({ signal })]);
      return { rows: userRows(users, units, new Date().toISOString()), units };
    },
  });
  const t = useTexts();
  return (
    <Loaded query={query} title={t('identity.title')}>
      {({ rows, units }) => <Users rows={rows} units={units} />}
    </Loaded>
  );
}

type UsersProps = { rows: readonly UserRow[]; units: readonly UserUnit[] };

function Users({ rows, units }: UsersProps) {
  const t = useTexts();
  const { search } = useAddress();
  const countOf = (state: UserState) => rows.filter((row) => row.state === state).length;
  const { q: query = '', role = '', of: unitId = '', state = '' } = search;
  const found = filterUsers(rows, { query, role, unitId, state });
  const chosen = rows.find(({ userId }) => userId === search.user);
  return (
    <>
      <PageHead
        title={t('identity.title')}
        lead={t('identity.lead', { active: countOf('active'), locked: countOf('locked'), off: countOf('off') })}
        actions={<UserDeeds units={units} />}
      />
      <div className="grid grid-top">
        <Card wide={8}>
          <UserFilters units={units} />
          {found.length ? (
            <UserTable rows={found} selectedKey={search.user ?? ''} />
          ) : (
            <EmptyState title={t('identity.none')} />
          )}
        </Card>
        <div className={chosen ? 'wide-4 first-when-narrow' : 'wide-4'}>
          {chosen ? (
            <UserPanel key={`${chosen.userId} ${chosen.version}`} user={chosen} units={units} />
          ) : (
            <Card>
              <p className="soft">{t('identity.choose')}</p>
            </Card>
          )}
        </div>
      </div>
    </>
  );
}

type UserFiltersProps = { units: readonly UserUnit[] };

function UserFilters({ units }: UserFiltersProps) {
  const t = useTexts();
  return (
    <FilterBar
      filters={[
        { kind: 'text', key: 'q', label: t('identity.search') },
        {
          kind: 'choice',
          key: 'role',
          label: t('identity.role'),
          choices: roles.map((role) => ({ value: role, label: t(`web.role.${role}`) })),
        },
        {
          kind: 'choice',
          key: 'of',
          label: t('identity.unit'),
          choices: units.map(({ unitId, name }) => ({ value: unitId, label: name })),
        },
        {
          kind: 'choice',
          key: 'state',
          label: t('identity.state'),
          choices: STATES.map((state) => ({ value: state, label: t(`identity.state.${state}`) })),
        },
      ]}
    />
  );
}

function UserDeeds({ units }: UserFiltersProps) {
  const t = useTexts();
  const [isOpen, setOpen] = useState(false);
  if (!useRights()('users.change')) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('identity.create')}
      </Button>
      <Dialog isOpen={isOpen} title={t('identity.create')} onClose={() => setOpen(false)}>
        <NewUserForm units={units} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}
