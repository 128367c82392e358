// npm run bench [name …]: every measurement that the documentation states, or those named.
import process from 'node:process';

const benches: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  consistency: async () => (await import('./consistency.ts')).benchConsistency,
  backup: async () => (await import('./backup.ts')).benchBackup,
  forecast: async () => (await import('./forecast.ts')).benchForecast,
  reminders: async () => (await import('./reminders.ts')).benchReminders,
  time: async () => (await import('./time.ts')).benchTime,
  'plan-formats': async () => (await import('./plan-formats.ts')).benchPlanFormats,
  points: async () => (await import('./points.ts')).benchPoints,
  reports: async () => (await import('./reports.ts')).benchReports,
  reading: async () => (await import('./reading.ts')).benchReading,
  registers: async () => (await import('./registers.ts')).benchRegisters,
  'unseen-plans': async () => (await import('./unseen-plans.ts')).benchUnseenPlans,
  tasks: async () => (await import('./tasks.ts')).benchTasks,
};

const wanted = process.argv.slice(2);
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length === 0 || wanted.includes(name)) await (await load())();
}
