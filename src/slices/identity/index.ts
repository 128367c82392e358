export { ATTEMPTS_BEFORE_LOCK, lockMinutes } from './rules/lock-out.ts';
export { LONGEST_PASSWORD, type PasswordFault, passwordFault, SHORTEST_PASSWORD } from './rules/password.ts';
export {
  type Action,
  type Asker,
  actions,
  actionsOf,
  may,
  type Reach,
  type Role,
  reachOf,
  rights,
  roles,
} from './rules/rights.ts';
