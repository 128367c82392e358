import { finishRecords, registerMeasures, waitingRecords } from '../slices/registers/server.ts';
import { reportMeasures, reportRecords, waitingReports } from '../slices/reports/server.ts';
import { taskMeasureSource, taskRecords, waitingTasks } from '../slices/tasks/server.ts';
import type { MeasureSource, RecordFinisher, WaitingSource, WorkRecordSource } from './sources.ts';

/** Every slice that offers numbers, waiting work or the record of units, by hand: this list is what is running. */
export const measureSources: readonly MeasureSource[] = [registerMeasures, reportMeasures, taskMeasureSource];
export const waitingSources: readonly WaitingSource[] = [waitingReports, waitingTasks, waitingRecords];
export const workRecordSources: readonly WorkRecordSource[] = [reportRecords, taskRecords];

/** Whose records tasks carry out. */
export const recordFinisher: RecordFinisher = finishRecords;
