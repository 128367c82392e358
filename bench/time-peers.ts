// The peers that come as CommonJS without types, as far as the bench uses them.
import { createRequire } from 'node:module';

type BusinessDay = {
  setupBusiness(options: { holidayMatchers: ((day: BusinessDay) => boolean)[] }): void;
  plusBusiness(length: { days: number }): BusinessDay;
  toISODate(): string;
};

type BusinessMoment = {
  addWorkingTime(amount: number, unit: 'days'): BusinessMoment;
  format(pattern: string): string;
};

type BusinessMoments = {
  (day: string): BusinessMoment;
  updateLocale(name: string, options: { workinghours: Record<number, string[] | null>; holidays: string[] }): void;
};

const load = createRequire(import.meta.url);

export const { DateTime } = load('luxon-business-days') as { DateTime: { fromISO(day: string): BusinessDay } };
export const moment = load('moment-business-time') as BusinessMoments;
