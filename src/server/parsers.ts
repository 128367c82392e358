/** How both drivers hand over values: days as text, whole numbers as numbers, decimals as text, moments as UTC text. */
const OIDS = { int8: 20, date: 1082, numeric: 1700, timestamp: 1114, timestamptz: 1184 } as const;

const asText = (value: string): string => value;

/** PostgreSQL prints "2026-11-20 01:30:00.123+00". */
function asInstant(value: string): string {
  return new Date(value.replace(' ', 'T').replace(/([+-]\d{2})$/, '$1:00')).toISOString();
}

export const valueParsers: Readonly<Record<number, (value: string) => unknown>> = {
  [OIDS.int8]: Number,
  [OIDS.date]: asText,
  [OIDS.numeric]: asText,
  [OIDS.timestamp]: asText,
  [OIDS.timestamptz]: asInstant,
};
