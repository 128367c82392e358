export { forecastSet, type LeafForecast, type Range, type SetForecast } from './rules/forecast.ts';
export type { Outlook, Outlooks } from './rules/outlook.ts';
