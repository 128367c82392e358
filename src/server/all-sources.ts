import { reportMeasures, reportRecords, waitingReports } from '../slices/reports/server.ts';
import type { MeasureSource, WaitingSource, WorkRecordSource } from './sources.ts';

/** Every slice that offers numbers, waiting work or the record of units, by hand: this list is what is running. */
export const measureSources: readonly MeasureSource[] = [reportMeasures];
export const waitingSources: readonly WaitingSource[] = [waitingReports];
export const workRecordSources: readonly WorkRecordSource[] = [reportRecords];
