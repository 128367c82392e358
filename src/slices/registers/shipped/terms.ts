/** A term or threshold of the field with where it comes from. */
export type Term = {
  readonly value: number;
  readonly unit: 'working-day' | 'day' | 'percent';
  /** S: read in the source; M: a placeholder from memory, which the office replaces by its own rule. */
  readonly mark: 'S' | 'M';
  readonly source: string;
};

/** Every term that the shipped registers count with. What is marked M is shown as provisional ("tạm đặt"). */
export const terms = {
  transferRegulation: { value: 5, unit: 'working-day', mark: 'S', source: 'NĐ 20/2008/NĐ-CP' },
  transferBehaviour: { value: 3, unit: 'working-day', mark: 'M', source: 'practice of ministries: 2–3 working days' },
  answerOrdinary: { value: 15, unit: 'working-day', mark: 'M', source: 'secondary source only' },
  answerShort: { value: 5, unit: 'working-day', mark: 'S', source: 'TT 18/2018/TT-BCT, own officials' },
  answerOnline: { value: 3, unit: 'working-day', mark: 'S', source: 'TT 18/2018/TT-BCT, on-line' },
  answerComplex: { value: 10, unit: 'working-day', mark: 'S', source: 'TT 18/2018/TT-BCT, complex matters' },
  answerBusiness: { value: 20, unit: 'day', mark: 'S', source: 'QĐ 574/QĐ-TTg 2017' },
  updateBusiness: { value: 7, unit: 'day', mark: 'S', source: 'QĐ 574/QĐ-TTg 2017' },
  askExtension: { value: 2, unit: 'day', mark: 'S', source: 'plan of a department (KH 2024)' },
  publishAnswer: { value: 2, unit: 'working-day', mark: 'S', source: 'plan of a department (KH 2024)' },
  announceProcedure: {
    value: 5,
    unit: 'day',
    mark: 'S',
    source: 'NĐ 63/2010/NĐ-CP, Điều 15: before the act takes effect',
  },
  publishProcedure: { value: 5, unit: 'working-day', mark: 'S', source: 'NĐ 63/2010/NĐ-CP; plan KH' },
  staffData: { value: 5, unit: 'day', mark: 'S', source: 'plan KH' },
  functionsDecision: { value: 30, unit: 'day', mark: 'S', source: 'plan KH IV.1' },
  rateMonth: { value: 4, unit: 'day', mark: 'S', source: 'plan KH: before day 05 of the next month' },
  inspectedUnits: { value: 30, unit: 'percent', mark: 'S', source: 'plan KH I.3' },
  lateDossiers: { value: 10, unit: 'percent', mark: 'S', source: 'plan KH I.6' },
  excellentQuota: { value: 20, unit: 'percent', mark: 'S', source: 'NĐ 335/2025/NĐ-CP: of those rated tốt or better' },
  satisfaction: { value: 87, unit: 'percent', mark: 'S', source: 'plan KH VII: more than 87 %' },
  disbursedSeptember: { value: 60, unit: 'percent', mark: 'S', source: 'plan KH VI.2: by the end of 30/9' },
  disbursedYear: { value: 85, unit: 'percent', mark: 'S', source: 'plan KH VI.2: by the end of 15/12' },
  handOverUpdate: { value: 10, unit: 'working-day', mark: 'M', source: 'no source found' },
} as const satisfies Record<string, Term>;

export type TermName = keyof typeof terms;

/** The value of a term as the text that targets and filters use. */
export const termText = (name: TermName): string => String(terms[name].value);

/** So many days or working days after a day of the record, as the term says. */
export function termAfter<const Name extends string>(relativeTo: Name, name: TermName) {
  const { value: amount, unit } = terms[name];
  return { relativeTo, amount, unit: unit === 'day' ? 'day' : 'working-day' } as const;
}
