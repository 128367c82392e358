import type { GetReportAnswer, GetReportPeriodAnswer } from '../../../web/client.generated.ts';
import type { DutyForm } from '../rules/duty.ts';

export type ReportOnScreen = GetReportAnswer;
export type PeriodOnScreen = GetReportPeriodAnswer;
export type ChangeDuty = (part: Partial<DutyForm>) => void;
