/** A text in both languages of the product. */
export type BothLanguages = { readonly vi: string; readonly en: string };

export type SetFaultCode =
  | 'not-yaml'
  | 'missing'
  | 'wrong-kind'
  | 'unknown-shape'
  | 'unknown-field'
  | 'duplicate-code'
  | 'sum-differs'
  | 'above-maximum'
  | 'outside-range'
  | 'band-gap'
  | 'band-overlap'
  | 'band-cover'
  | 'cascade-target'
  | 'grade-order'
  | 'formula'
  | 'misplaced'
  | 'doubtful';

/** One thing wrong (or doubtful) in the file of a criteria set, with its place. Lines and columns count from 1. */
export type SetFault = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the document, e.g. `areas[0].criteria[1].max_points`. */
  readonly path: string;
  readonly code: SetFaultCode;
  readonly message: BothLanguages;
};

export type FaultPath = readonly (string | number)[];

/** A fault before its place in the text is known. */
export type Finding = { readonly path: FaultPath; readonly code: SetFaultCode; readonly message: BothLanguages };

export function writePath(path: FaultPath): string {
  return path.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text === '' ? key : `${text}.${key}`),
    '',
  );
}

/** `set.yaml:12:7: areas[0].max_points: …`, as editors and terminals link it. */
export function describeFault(fault: SetFault, language: keyof BothLanguages): string {
  const path = fault.path === '' ? '' : `${fault.path}: `;
  return `${fault.file}:${fault.line}:${fault.column}: ${path}${fault.message[language]}`;
}
