/** The way of a report: units → office → department → province. Each stage has a cut-off of its own. */
export const stages = ['unit', 'office', 'department', 'province'] as const;
export type Stage = (typeof stages)[number];
