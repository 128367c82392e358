import { type CivilDate, yearOf } from '../../../kernel/civil-date.ts';
import type { OfficeRules } from '../../deadlines/index.ts';
import { type BoardInput, boardOf } from './board.ts';
import { stages } from './stages.ts';

/** A cut-off of an open period that another calendar would move. */
export type MovedCutOff = {
  readonly id: string;
  readonly name: string;
  readonly period: string;
  readonly from: CivilDate;
  readonly to: CivilDate;
};

/** Cut-offs from `today` on, of this year's and the next year's open periods, that differ under other office rules. */
export function movedCutOffs(
  input: BoardInput,
  { after, today }: { readonly after: OfficeRules; readonly today: CivilDate },
): MovedCutOff[] {
  const years = [yearOf(today), yearOf(today) + 1];
  return years.flatMap((year) => {
    const others = new Map(
      boardOf({ ...input, office: after }, year).map(({ period }) => [`${period.dutyId} ${period.key}`, period]),
    );
    return boardOf(input, year).flatMap(({ period, isClosed }) => {
      const other = others.get(`${period.dutyId} ${period.key}`);
      if (isClosed || !other) return [];
      return stages.flatMap((stage): MovedCutOff[] => {
        const [from, to] = [period.cutOffs[stage]?.dueOn, other.cutOffs[stage]?.dueOn];
        if (!from || !to || from === to || from < today) return [];
        const id = `report:${period.dutyId}:${period.key}:${stage}`;
        return [{ id, name: period.definition.name, period: period.name, from, to }];
      });
    });
  });
}
