import type { OfficialDocument, ShippedName, ShippedValues } from '../../slices/registers/index.ts';

/** A record of the sample: which register, at which step, with which values. */
export type SampleRecord = {
  readonly register: string;
  readonly step: string | null;
  readonly values: Readonly<Record<string, unknown>>;
  /** Name by which other records of the sample link to it. */
  readonly handle: string | null;
};

type Given<Name extends ShippedName> = Partial<ShippedValues<Name>> & {
  readonly step?: string;
  readonly handle?: string;
};

const keyOf = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Records of one register, their values checked by its declaration as TypeScript infers it. */
export function recordsOf<const Name extends ShippedName>(name: Name, rows: readonly Given<Name>[]): SampleRecord[] {
  return rows.map(({ step = null, handle = null, ...values }) => ({ register: keyOf(name), step, handle, values }));
}

/** Stands for the record of this handle; the seeding puts its identifier in. */
export const linkTo = (handle: string): string => `link_${handle}`;

/** An official document in one line. */
export function paper(
  number: string,
  date: string,
  issuer: string | null = null,
  subject: string | null = null,
): OfficialDocument {
  return { number, date, issuer, subject };
}

export const committee = 'UBND tỉnh';
export const department = 'Sở Tài nguyên và Môi trường';

/** The units of the sample below the leadership. */
export const workUnits = [
  'unit_vanphong',
  'unit_thanhtra',
  'unit_khtc',
  'unit_qhgd',
  'unit_dktk',
  'unit_kstnn',
  'unit_ccbvmt',
  'unit_vpdk',
  'unit_cntt',
  'unit_ptqd',
  'unit_qbvmt',
] as const;
export const subordinateUnits = ['unit_ccbvmt', 'unit_vpdk', 'unit_cntt', 'unit_ptqd', 'unit_qbvmt'] as const;

/** A number between 0 and `below` that is always the same for the same words: the sample never changes by itself. */
export function steady(words: string, below: number): number {
  let sum = 7;
  for (const letter of words) sum = (sum * 31 + letter.charCodeAt(0)) % 1_000_003;
  return sum % below;
}

const pad = (value: number): string => String(value).padStart(2, '0');
export const dayIn = (year: number, month: number, day: number): string => `${year}-${pad(month)}-${pad(day)}`;
/** Last day of a month, 1–12. */
export const monthEnd = (year: number, month: number): string =>
  dayIn(year, month, new Temporal.PlainYearMonth(year, month).daysInMonth);

/** Months of the sample: all of 2025 for comparison, then 2026 up to October. */
export const sampleMonths: readonly (readonly [year: number, month: number])[] = [
  ...Array.from({ length: 12 }, (_, at) => [2025, at + 1] as const),
  ...Array.from({ length: 10 }, (_, at) => [2026, at + 1] as const),
];
