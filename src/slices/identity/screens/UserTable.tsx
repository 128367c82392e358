import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTexts } from '../../../web/language.ts';
import type { Translate } from '../../../web/texts.ts';
import { type Column, DataTable } from '../../../web/ui/DataTable.tsx';
import { StatusTag, type Tone, UnitName } from '../../../web/ui/StatusTag.tsx';
import type { UserRow, UserState } from './user-rows.ts';

const TONES = { active: 'plain', locked: 'risk', off: 'plain' } as const satisfies Record<UserState, Tone>;

function columnsFor(t: Translate): Column<UserRow>[] {
  return [
    {
      key: 'name',
      title: t('identity.displayName'),
      value: ({ displayName }) => displayName,
      show: ({ userId, displayName }) => (
        <Link to="/users" search={(before) => ({ ...before, user: userId })}>
          {displayName}
        </Link>
      ),
      isRowHeader: true,
      isWide: true,
    },
    { key: 'username', title: t('identity.username'), value: ({ username }) => username },
    { key: 'role', title: t('identity.role'), value: ({ role }) => t(`web.role.${role}`) },
    {
      key: 'unit',
      title: t('identity.unit'),
      value: ({ unit }) => unit?.name ?? null,
      show: ({ unit }) => unit && <UnitName shortName={unit.shortName} name={unit.name} />,
    },
    {
      key: 'state',
      title: t('identity.state'),
      value: ({ state }) => t(`identity.state.${state}`),
      show: ({ state }) => <StatusTag tone={TONES[state]}>{t(`identity.state.${state}`)}</StatusTag>,
    },
  ];
}

type UserTableProps = { rows: readonly UserRow[]; selectedKey: string };

export function UserTable({ rows, selectedKey }: UserTableProps) {
  const t = useTexts();
  const columns = useMemo(() => columnsFor(t), [t]);
  return (
    <DataTable
      caption={t('identity.caption')}
      columns={columns}
      rows={rows}
      keyOf={({ userId }) => userId}
      selectedKey={selectedKey}
    />
  );
}
