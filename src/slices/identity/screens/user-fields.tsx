import { useTexts } from '../../../web/language.ts';
import { ChoiceField, type FieldErrors, TextField } from '../../../web/ui/Field.tsx';
import { type Role, roles } from '../index.ts';
import type { UserUnit } from './user-rows.ts';

export type UserValues = { displayName: string; role: string; unitId: string };

export function isRole(text: string): text is Role {
  return roles.some((role) => role === text);
}

/** What the fields say, as the server wants it. */
export function userBodyOf({ displayName, role, unitId }: UserValues) {
  return { displayName, role: isRole(role) ? role : ('reader' as const), unitId: unitId || null };
}

type UserFieldsProps = {
  values: UserValues;
  errors: FieldErrors;
  set: (name: keyof UserValues) => (value: string) => void;
  units: readonly UserUnit[];
};

/** The fields that a new user and a changed one share. */
export function UserFields({ values, errors, set, units }: UserFieldsProps) {
  const t = useTexts();
  const choosable = units.filter(({ unitId, validTo }) => validTo === null || unitId === values.unitId);
  return (
    <>
      <TextField
        name="displayName"
        label={t('identity.displayName')}
        value={values.displayName}
        onChange={set('displayName')}
        error={errors.displayName}
        isRequired
      />
      <ChoiceField
        name="role"
        label={t('identity.role')}
        choices={roles.map((role) => ({ value: role, label: t(`web.role.${role}`) }))}
        value={values.role}
        onChange={set('role')}
        error={errors.role}
      />
      <ChoiceField
        name="unitId"
        label={t('identity.unit')}
        emptyText={t('identity.noUnit')}
        choices={choosable.map(({ unitId, name }) => ({ value: unitId, label: name }))}
        value={values.unitId}
        onChange={set('unitId')}
        error={errors.unitId}
      />
    </>
  );
}
