export type NewUnitName = { name: string; shortName: string };

/** Reads "Phòng Quản lý đất đai; Phòng QLĐĐ", one unit a line; without a short name the full one serves. */
export function parseNewUnits(text: string): NewUnitName[] {
  return text
    .split('\n')
    .map((line) => line.split(';').map((part) => part.trim()))
    .filter(([name]) => name)
    .map(([name = '', shortName]) => ({ name, shortName: shortName || name }));
}
