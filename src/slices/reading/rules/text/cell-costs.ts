import { startsAreaName } from '../area-words.ts';
import type { ColumnRole } from '../column-roles.ts';
import { looksLikeDeadline } from '../deadline-words.ts';
import { looksLikeUnits, startsWithUnit } from '../units-in-prose.ts';
import { startsLower } from '../wording.ts';

/** A line inside the table: its words, and the blank lines before it. */
export type CellLine = {
  readonly text: string;
  readonly blankBefore: number;
  /** May be the number of a row: the next number in turn, or of a form that values do not have. */
  readonly isOrdinal: boolean;
  readonly isRest?: boolean;
};

/** What it costs to read a line as something unlikely; the cheapest reading of all lines together wins. */
export const COST = {
  wrongContent: 8,
  unlikelyStart: 6,
  skippedColumn: 5,
  rowWithoutOrdinal: 3,
  sameGroup: 1,
  ordinalInsideRow: 12,
  numberInWords: 6,
  bulletInName: 3,
  noTarget: 3,
  capitalInsideCell: 2,
  capitalAfterClosedWords: 4,
  abbreviationAtEdge: 0.7,
  gapInsideCell: 2,
  unitInsideWords: 1,
  cellEndsOpen: 4,
  perCharacterTooWide: 0.5,
  brokenTooEarly: 2.5,
  twoCellsOnALine: 1.5,
} as const;

/** What a line looks like, found once and weighed for every column. */
export type LineLook = {
  readonly length: number;
  readonly firstWord: string;
  readonly isOrdinal: boolean;
  /** A number and nothing else. */
  readonly isNumber: boolean;
  /** The rest of a line that may hold two cells: whether it starts one is open. */
  readonly isRest: boolean;
  readonly isBullet: boolean;
  /** "1.1", "a)": the number of a row under another. */
  readonly isNested: boolean;
  /** "Chủ trì: …": who leads or helps, by its label. */
  readonly startsAssignment: boolean;
  readonly isAfterGap: boolean;
  readonly isLower: boolean;
  readonly isCapital: boolean;
  readonly isAbbreviation: boolean;
  readonly isDeadline: boolean;
  readonly isDeadlineWithNext: boolean;
  readonly isUnits: boolean;
  readonly startsTarget: boolean;
  readonly startsArea: boolean;
  /** The second half of a unit's name that the column broke: "Văn phòng" | "Sở". */
  readonly isRestOfUnit: boolean;
  readonly startsUnit: boolean;
  readonly before: {
    readonly length: number;
    readonly isOpen: boolean;
    readonly isClosed: boolean;
    readonly isDeadline: boolean;
  };
};

/** Words that a cell does not end with: something must follow. */
const OPEN_END =
  /(?:[,(]|\s[-–]|(?:^|\s)(?:và|của|với|tại|theo|do|cho)|(?:^|[,;]\s)(?:Trung tâm|Phòng|Chi cục|Chi nhánh|Ban))$/u;
const TARGET_START = /^(?:\d|Tối thiểu|Ít nhất|Không dưới|Không quá|Đạt|Trên|Từ \d|Tăng|Giảm|Cắt giảm|Dưới|Tỷ lệ)/u;

export function lookOf(lines: readonly CellLine[], index: number): LineLook {
  const { text = '', blankBefore = 0, isOrdinal = false } = lines[index] ?? {};
  const before = lines[index - 1]?.text ?? '';
  const isDeadline = looksLikeDeadline(text);
  return {
    length: text.length,
    firstWord: text.split(' ', 1)[0] ?? '',
    isOrdinal,
    isNumber: isNumberAlone(text),
    isRest: lines[index]?.isRest ?? false,
    isBullet: /^[-+•*]/.test(text),
    isNested: isOrdinal && /[.)a-zđ]/.test(text),
    startsAssignment: /^(?:Chủ trì|Phối hợp|(?:Đơn vị|Cơ quan) (?:chủ trì|phối hợp))\s*:/iu.test(text),
    isAfterGap: blankBefore >= 2,
    isLower: startsLower(text),
    isCapital: /^\p{Lu}/u.test(text),
    isAbbreviation: /^\p{Lu}{2,}(?![\p{Ll}])/u.test(text),
    isDeadline,
    isDeadlineWithNext: isDeadline || looksLikeDeadline(`${text} ${lines[index + 1]?.text ?? ''}`),
    isUnits: looksLikeUnits(text),
    startsTarget: TARGET_START.test(text),
    startsArea: startsAreaName(`${text} ${lines[index + 1]?.text ?? ''}`),
    isRestOfUnit: isRestOfUnit(before, text),
    startsUnit: startsWithUnit(text),
    before: {
      length: before.length,
      isOpen: OPEN_END.test(before),
      isClosed: /[.)]$/.test(before),
      isDeadline: looksLikeDeadline(before),
    },
  };
}

const WHOLE_AFTER_OFFICE = /^(?:Sở|UBND|HĐND|Đăng ký|Điều phối|Đoàn|Ban|Chi cục)(?!\p{L})/u;

function isRestOfUnit(before: string, text: string): boolean {
  if (/(?:^|[\s,;])(?:Văn phòng|Thanh tra|Lãnh đạo|Giám đốc)$/u.test(before)) {
    return /^Sở[,;.]?$/u.test(text) || (/Văn phòng$/u.test(before) && WHOLE_AFTER_OFFICE.test(text));
  }
  return (
    /^\p{Ll}+$/u.test(text) && looksLikeUnits(`${before} ${text}`) && /^(?:Phòng|Ban|Trung tâm|Chi cục)\s/u.test(before)
  );
}

/** A cell starts with this line, in a column of this role and width. */
export function costOfStart(look: LineLook, role: ColumnRole | null, width: number | null): number {
  let cost = costOfContent(look, role) + costOfWidth(look, width) + (look.isRest ? COST.twoCellsOnALine : 0);
  if (look.before.isOpen) cost += COST.cellEndsOpen;
  if (look.isRestOfUnit) cost += COST.wrongContent;
  if (look.isNumber) return cost;
  if (look.isLower) cost += isUnitRole(role) ? COST.unlikelyStart / 2 : COST.unlikelyStart;
  else if (look.isAbbreviation && !isUnitRole(role)) cost += COST.abbreviationAtEdge;
  return cost;
}

/** "Trước ngày 31/01/2029": so short a line is nothing but a day. */
const LONGEST_DAY = 24;

/** "1,5", "12", "68%", "1,75/2". */
export function isNumberAlone(text: string): boolean {
  return /^[+–-]?\d{1,6}(?:[.,]\d{1,4})?\s?%?(?:\s?\/\s?\d{1,4}(?:[.,]\d{1,4})?)?$/.test(text);
}

/** Columns whose cells name one thing; lists stand beside them. */
const NAMES: ReadonlySet<ColumnRole | null> = new Set(['task', 'criterion', 'group']);

export const NUMBER_ROLES: ReadonlySet<ColumnRole | null> = new Set([
  'maxPoints',
  'points',
  'selfPoints',
  'lostPoints',
  'percent',
]);

function costOfContent(look: LineLook, role: ColumnRole | null): number {
  if (role === 'ordinal') return look.isOrdinal ? 0 : 3 * COST.wrongContent;
  if (NUMBER_ROLES.has(role)) return look.isNumber ? 0 : 2 * COST.wrongContent;
  if (role === 'group' && !look.startsArea) return COST.wrongContent;
  if (role !== 'group' && look.startsArea) return COST.unitInsideWords;
  if (look.isOrdinal) return COST.ordinalInsideRow;
  if (look.isNumber) return role === 'note' ? 0 : COST.wrongContent;
  if (role === 'deadline') return look.isDeadlineWithNext ? 0 : COST.wrongContent;
  if (isUnitRole(role)) return look.startsUnit && !look.isDeadline ? 0 : COST.wrongContent;
  if (look.startsAssignment && role !== 'assignment') return COST.wrongContent;
  if (role === 'target' && !look.startsTarget) return COST.noTarget;
  if (look.isDeadline) return look.length <= LONGEST_DAY ? COST.wrongContent : COST.wrongContent / 2;
  return look.isUnits ? 1 : 0;
}

function isUnitRole(role: ColumnRole | null): boolean {
  return role === 'lead' || role === 'coordinator' || role === 'responsible';
}

/** The cell of the line before goes on with this line. */
export function costOfGoingOn(look: LineLook, role: ColumnRole | null, width: number | null): number {
  if (role === 'ordinal' || look.isOrdinal) return 2 * COST.ordinalInsideRow;
  if (NUMBER_ROLES.has(role)) return 2 * COST.wrongContent;
  if (look.isRest) return 0;
  if (look.isRestOfUnit && isUnitRole(role)) return 0;
  let cost = costOfWidth(look, width) + (look.isAfterGap ? COST.gapInsideCell : 0);
  if (look.isCapital) cost += costOfCapital(look);
  if (look.startsAssignment && role !== 'assignment') cost += COST.wrongContent;
  if (look.isBullet && NAMES.has(role)) cost += COST.bulletInName;
  if (role === 'deadline' && look.before.isDeadline && look.isUnits) cost += COST.wrongContent;
  if (isUnitRole(role) && !look.isLower && !look.before.isOpen) cost += COST.capitalInsideCell;
  if (!isUnitRole(role) && look.isUnits) cost += COST.unitInsideWords;
  if (role !== 'deadline' && look.isDeadline) cost += COST.wrongContent / 2;
  return cost + costOfEarlyBreak(look, width) + (look.isNumber ? COST.numberInWords : 0);
}

function costOfCapital(look: LineLook): number {
  if (look.before.isOpen) return 0;
  if (look.before.isClosed) return COST.capitalAfterClosedWords;
  return look.isAbbreviation ? COST.abbreviationAtEdge : COST.capitalInsideCell;
}

function costOfWidth(look: LineLook, width: number | null): number {
  return width === null ? 0 : Math.max(0, look.length - width - 2) * COST.perCharacterTooWide;
}

/** A line breaks because the next word did not fit: where it would have fitted, the cell had ended. */
function costOfEarlyBreak(look: LineLook, width: number | null): number {
  if (width === null || look.isBullet) return 0;
  return look.before.length + 1 + look.firstWord.length < width - 3 ? COST.brokenTooEarly : 0;
}
