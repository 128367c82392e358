import type {
  ChangedItem,
  DeadlineMove,
  ItemChanges,
  PlanComparison,
  PlanExchange,
} from '../../slices/reading/index.ts';

type Task = PlanExchange['tasks'][number];
type Deficit = PlanExchange['deficits'][number];

const FIELD_NAMES: Readonly<Record<string, string>> = {
  title: 'tên',
  agency: 'cơ quan',
  number: 'số',
  date: 'ngày',
  planYear: 'năm kế hoạch',
  assessedYear: 'năm đánh giá',
  signer: 'người ký',
  recipients: 'nơi nhận',
  unitName: 'đơn vị đổi tên',
  total: 'tổng điểm',
  grade: 'xếp loại',
  rank: 'xếp hạng',
  rankOf: 'trên tổng số',
  area: 'lĩnh vực',
  products: 'sản phẩm',
  leads: 'chủ trì',
  coordinators: 'phối hợp',
  targets: 'chỉ tiêu',
  criterion: 'tiêu chí',
  score: 'điểm',
  max: 'điểm tối đa',
  reason: 'nguyên nhân',
  responsible: 'trách nhiệm',
  remedy: 'giải pháp',
};

const DIRECTIONS: Readonly<Record<DeadlineMove['direction'], string>> = {
  earlier: 'thời hạn sớm hơn',
  later: 'thời hạn muộn hơn',
  'next-year': 'thời hạn chuyển sang năm khác',
  other: 'thời hạn khác',
};

/** The comparison in Vietnamese, for people. */
export function writeComparison(comparison: PlanComparison): string {
  const head = comparison.head.map((change) => `  ${changeLine(change)}`);
  return [
    ...(head.length > 0 ? ['Thông tin chung:', ...head] : []),
    ...itemLines<Task>('Nhiệm vụ', comparison.tasks, (task) => task.title),
    ...itemLines<Deficit>('Tồn tại, hạn chế', comparison.deficits, (deficit) => deficit.criterion),
    '',
  ].join('\n');
}

function itemLines<Item extends { readonly deadlineText: string | null }>(
  name: string,
  changes: ItemChanges<Item>,
  nameOf: (item: Item) => string,
): string[] {
  const { added, dropped, changed, unchanged, splits, merges } = changes;
  if (added.length + dropped.length + changed.length + unchanged === 0) return [];
  return [
    `${name}: thêm ${added.length}, bỏ ${dropped.length}, sửa ${changed.length}, giữ nguyên ${unchanged}`,
    ...added.map((item) => `  + ${nameOf(item)}`),
    ...dropped.map((item) => `  - ${nameOf(item)}`),
    ...changed.flatMap((item) => [`  * ${nameOf(item.after)}`, ...changedLines(item)]),
    ...splits.map(({ before, after }) => `  ⇉ tách “${nameOf(before)}” thành: ${after.map(nameOf).join('; ')}`),
    ...merges.map(({ before, after }) => `  ⇇ gộp ${before.map(nameOf).join('; ')} thành “${nameOf(after)}”`),
  ];
}

function changedLines<Item extends { readonly deadlineText: string | null }>({
  before,
  after,
  changes,
  deadlineMove,
}: ChangedItem<Item>): string[] {
  const lines = changes.map((change) => `      ${changeLine(change)}`);
  if (!deadlineMove) return lines;
  return [
    ...lines,
    `      ${DIRECTIONS[deadlineMove.direction]}: ${shown(before.deadlineText)} → ${shown(after.deadlineText)}`,
  ];
}

function changeLine({ field, before, after }: { field: string; before: unknown; after: unknown }): string {
  return `${FIELD_NAMES[field] ?? field}: ${shown(before)} → ${shown(after)}`;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return '(không ghi)';
  if (Array.isArray(value)) return value.map(shown).join('; ');
  if (typeof value === 'object') return 'text' in value ? String(value.text) : Object.values(value).join(' ');
  return String(value).replace('.', typeof value === 'number' ? ',' : '.');
}
