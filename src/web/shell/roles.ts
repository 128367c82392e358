/** The roles that have a text; a role of a newer server is simply not named. */
export const ROLES = [
  'administrator',
  'par-officer',
  'director',
  'unit-head',
  'specialist',
  'appraiser',
  'reader',
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return ROLES.some((role) => role === text);
}
