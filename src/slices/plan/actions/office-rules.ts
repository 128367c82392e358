import { SHIPPED_CALENDAR } from '../../calendar/index.ts';
import type { OfficeRules } from '../../deadlines/index.ts';

/** The calendar and the rule for days off by which the office counts its deadlines. */
export const officeRules: OfficeRules = { calendar: SHIPPED_CALENDAR, dayOffRule: 'stay' };
