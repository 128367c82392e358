export type { BoardCell, StoodUnit } from './rules/board.ts';
export { type Content, EMPTY_CONTENT } from './rules/content.ts';
export type { DutyForm, DutyId, ReportForm } from './rules/duty.ts';
export { shippedDuties } from './rules/shipped-duties.ts';
export type { Mark } from './rules/standing.ts';
export type { StoodCell } from './rules/work-records.ts';
