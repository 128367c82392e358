import type { Draft, DraftArea, DraftDeficit, DraftTask } from '../slices/plan/index.ts';

const item = { state: 'unchecked' as const, confidence: 0.95, doubts: [], places: {} };
const timing = { deadlineText: null, deadlines: [] };

export function anAreaDraft(key: string, change: Partial<DraftArea> = {}): DraftArea {
  const figures = { score: null, max: null, percent: null, criteria: null, subcriteria: null };
  return { ...item, key, ordinal: 1, name: 'Chỉ đạo, điều hành', ...figures, ...change };
}

export function aDeficitDraft(key: string, change: Partial<DraftDeficit> = {}): DraftDeficit {
  const units = { responsible: [], leads: [], coordinators: [] };
  const loss = { area: 1, criterion: 'Chế độ báo cáo', score: 0.5, max: 1.5, reason: null, remedy: null };
  return { ...item, ...timing, ...units, ...loss, key, ...change };
}

export function aTaskDraft(key: string, change: Partial<DraftTask> = {}): DraftTask {
  const task = { area: 1, ordinal: '1', title: 'Gửi báo cáo đúng hạn', products: [], targets: [] };
  return { ...item, ...timing, ...task, key, leads: [], coordinators: [], ...change };
}

/** What a review begins with: a head and nothing else, unless said. */
export function aDraft(change: Partial<Draft> = {}): Draft {
  const head = { title: 'Kế hoạch', agency: null, province: null, number: null, date: null };
  return {
    document: { ...item, key: 'document', kind: 'annual-plan', ...head, planYear: 2026, assessedYear: 2025 },
    result: null,
    areas: [],
    deficits: [],
    tasks: [],
    obligations: [],
    decisions: [],
    ...change,
  };
}
