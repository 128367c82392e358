export {
  type Headship,
  headOn,
  predecessorsOf,
  reachOf,
  type Succession,
  successorsOn,
  type UnitHistory,
  unitsOn,
} from './rules/history.ts';
export { matchUnit, type UnitMatch } from './rules/matching.ts';
export { type Alias, standsOn, type Unit, type UnitKind, unitKinds, unitsBelow } from './rules/unit.ts';
