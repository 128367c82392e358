import { z } from 'zod';
import { defaultExtensionRules } from './extension.ts';
import { taskOrigins } from './task.ts';

const extensionRule = z.object({
  askDaysBefore: z.number().int().min(0).max(60),
  mostTimes: z.number().int().min(0).max(20),
});

/** What an office decides for itself. */
export const settingsShape = z.object({
  extensions: z.record(z.enum(taskOrigins), extensionRule),
  /** Last day of the year by which units hand in their own plans. */
  unitPlanDue: z.object({ month: z.number().int().min(1).max(12), day: z.number().int().min(1).max(31) }),
});
export type TaskSettings = z.infer<typeof settingsShape>;

/** @source plan ST: units hand in their plan by 31/01 inclusive */
export const defaultSettings: TaskSettings = { extensions: defaultExtensionRules, unitPlanDue: { month: 1, day: 31 } };

/** The office's settings, each missing or unreadable one as it ships. */
export function settingsOf(kept: ReadonlyMap<string, unknown>): TaskSettings {
  const { extensions, unitPlanDue } = settingsShape.shape;
  const [ownRules, ownDay] = [
    extensions.safeParse(kept.get('extensions')),
    unitPlanDue.safeParse(kept.get('unitPlanDue')),
  ];
  return {
    extensions: ownRules.success ? ownRules.data : defaultSettings.extensions,
    unitPlanDue: ownDay.success ? ownDay.data : defaultSettings.unitPlanDue,
  };
}
