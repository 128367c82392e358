import type { GetPlanAnswer } from '../../../../web/client.generated.ts';

export type PlanOnScreen = GetPlanAnswer;
export type LossOnScreen = PlanOnScreen['deficits'][number];
