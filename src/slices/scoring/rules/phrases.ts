import { type Decimal, formatEnglishNumber, formatPaperNumber } from '../../../kernel/decimal.ts';

/** Every phrase of an explanation; a language is complete when it compiles. Points, figures and names arrive as text. */
export type Phrases = {
  readonly number: (value: Decimal | number) => string;
  readonly head: (code: string, name: string, points: string, max: string) => string;
  readonly noData: (code: string, name: string, max: string) => string;
  readonly notScored: (code: string, name: string, reason: string) => string;
  readonly leftOut: (code: string, name: string, max: string) => string;
  readonly rule: string;
  readonly figures: string;
  readonly arithmetic: string;
  readonly source: string;
  readonly evidence: string;
  readonly lost: (points: string, reason: string) => string;
  readonly full: string;
  readonly rounded: (exact: string, points: string, digits: number) => string;
  readonly emptied: (byCode: string) => string;
  readonly granted: string;
  readonly zeroed: string;
  readonly nothingArose: Readonly<Record<'full' | 'zero' | 'not_applicable', string>>;
  readonly points: (points: string) => string;
  readonly yes: string;
  readonly no: string;
  readonly thisRequirement: string;
  readonly yesNoRule: (question: string, yes: string, no: string) => string;
  readonly notMet: (question: string) => string;
  readonly stagedRule: (levels: string) => string;
  readonly level: (index: number) => string;
  readonly levelReached: (label: string) => string;
  readonly lowerLevel: (label: string, best: string) => string;
  readonly checklistRule: (parts: string, max: string) => string;
  readonly part: (index: number) => string;
  readonly partsDone: (done: string, open: string) => string;
  readonly partsOpen: (open: string) => string;
  readonly none: string;
  readonly cappedAt: (max: string) => string;
  readonly latenessRule: (start: string, late: string, missing: string, floor: string) => string;
  readonly zeroIfLate: (count: number) => string;
  readonly grace: (count: number) => string;
  readonly latenessFigures: (expected: string, late: string, missing: string) => string;
  readonly unstated: string;
  readonly tooManyLate: string;
  readonly lateOrMissing: (late: string, missing: string) => string;
  readonly flooredAt: (floor: string) => string;
  readonly proportionalRule: (max: string) => string;
  readonly dividedRule: (max: string, target: string) => string;
  readonly fullAtTarget: (target: string) => string;
  readonly floorRule: (floor: string) => string;
  readonly ratioFigures: (numerator: string, n: string, denominator: string, d: string, percent: string) => string;
  readonly numerator: string;
  readonly denominator: string;
  readonly belowFloor: (percent: string, floor: string) => string;
  readonly atTarget: (percent: string, target: string) => string;
  readonly onlyReached: (percent: string) => string;
  readonly bandRule: (bands: string) => string;
  readonly band: (from: string, fromInclusive: boolean, to: string, toInclusive: boolean) => string;
  readonly exactly: (percent: string) => string;
  readonly inBand: (percent: string, band: string) => string;
  readonly bandReason: (percent: string, band: string) => string;
  readonly thresholdRule: (threshold: string) => string;
  readonly reached: (percent: string, threshold: string) => string;
  readonly missed: (percent: string, threshold: string) => string;
  readonly countRule: (each: string, counts: string, maxItems: string) => string;
  readonly item: string;
  readonly countFigures: (count: string) => string;
  readonly onlyCounted: (count: string, maxItems: string) => string;
  readonly deductionRule: (start: string, events: string, floor: string) => string;
  readonly event: (index: number) => string;
  readonly eventsHappened: (events: string) => string;
  readonly externalRule: (index: string, scale: string) => string;
  readonly externalIndex: string;
  readonly externalFigures: (value: string, scale: string) => string;
  readonly surveyRule: string;
  readonly surveyFigures: (percent: string) => string;
  readonly formulaRule: (label: string, expression: string) => string;
  readonly formulaReason: string;
};

export const vietnamese: Phrases = {
  number: formatPaperNumber,
  head: (code, name, points, max) => `${code} ${name}: đạt ${points}/${max} điểm.`,
  noData: (code, name, max) => `${code} ${name}: chưa có số liệu nên chưa chấm điểm (điểm tối đa ${max}).`,
  notScored: (code, name, reason) => `${code} ${name}: không chấm được vì số liệu không hợp lệ. ${reason}`,
  leftOut: (code, name, max) =>
    `${code} ${name}: không áp dụng, không tính ${max} điểm này vào điểm đạt và điểm tối đa.`,
  rule: 'Cách chấm',
  figures: 'Số liệu',
  arithmetic: 'Cách tính',
  source: 'Nguồn',
  evidence: 'Tài liệu kiểm chứng',
  lost: (points, reason) => `Mất ${points} điểm vì ${reason}.`,
  full: 'Đạt điểm tối đa.',
  rounded: (exact, points, digits) => `${exact}, làm tròn ${digits} chữ số thập phân thành ${points}`,
  emptied: (byCode) =>
    `tiêu chí ${byCode} có nội dung trễ hạn hoặc thiếu nên tiêu chí này bị tính 0 điểm theo quy định`,
  granted: 'không phát sinh, được tính đủ điểm theo quy định của bộ tiêu chí',
  zeroed: 'không phát sinh, bị tính 0 điểm theo quy định của bộ tiêu chí',
  nothingArose: {
    full: 'mẫu số bằng 0 (không phát sinh), được tính đủ điểm',
    zero: 'mẫu số bằng 0 (không phát sinh), bị tính 0 điểm',
    not_applicable: 'mẫu số bằng 0 (không phát sinh), coi là không áp dụng',
  },
  points: (points) => `${points} điểm`,
  yes: 'Có',
  no: 'Không',
  thisRequirement: 'yêu cầu của tiêu chí',
  yesNoRule: (question, yes, no) => `${question}: Có ${yes} điểm; Không ${no} điểm`,
  notMet: (question) => `chưa đáp ứng: ${question}`,
  stagedRule: (levels) => `chấm theo một mức đạt được: ${levels}`,
  level: (index) => `mức ${index + 1}`,
  levelReached: (label) => `mức đạt được: ${label}`,
  lowerLevel: (label, best) => `mới ở mức “${label}”, chưa đạt mức “${best}”`,
  checklistRule: (parts, max) => `cộng điểm các nội dung đã thực hiện, tối đa ${max} điểm: ${parts}`,
  part: (index) => `nội dung ${index + 1}`,
  partsDone: (done, open) => `đã thực hiện: ${done}; chưa thực hiện: ${open}`,
  partsOpen: (open) => `chưa thực hiện hoặc chưa có tài liệu kiểm chứng: ${open}`,
  none: 'không có',
  cappedAt: (max) => `lấy tối đa ${max}`,
  latenessRule: (start, late, missing, floor) =>
    `từ ${start} điểm, trừ ${late} điểm cho mỗi lần trễ hạn và ${missing} điểm cho mỗi lần thiếu, không thấp hơn ${floor} điểm`,
  zeroIfLate: (count) => `trễ từ ${count} lần trở lên: 0 điểm`,
  grace: (count) => `${count} lần trễ đầu không trừ`,
  latenessFigures: (expected, late, missing) => `phải thực hiện ${expected}; trễ hạn ${late}; thiếu ${missing}`,
  unstated: 'theo yêu cầu',
  tooManyLate: 'số lần trễ hạn vượt mức cho phép',
  lateOrMissing: (late, missing) => `trễ hạn ${late} lần, thiếu ${missing} lần`,
  flooredAt: (floor) => `không thấp hơn ${floor}`,
  proportionalRule: (max) => `tỷ lệ × ${max} điểm`,
  dividedRule: (max, target) => `(tỷ lệ : ${target}) × ${max} điểm, đạt ${target} trở lên được điểm tối đa`,
  fullAtTarget: (target) => `đạt ${target} trở lên được điểm tối đa`,
  floorRule: (floor) => `dưới ${floor}: 0 điểm`,
  ratioFigures: (numerator, n, denominator, d, percent) => `${numerator}: ${n}; ${denominator}: ${d}; tỷ lệ ${percent}`,
  numerator: 'tử số',
  denominator: 'mẫu số',
  belowFloor: (percent, floor) => `tỷ lệ ${percent} thấp hơn mức sàn ${floor}`,
  atTarget: (percent, target) => `tỷ lệ ${percent} đạt mục tiêu ${target}`,
  onlyReached: (percent) => `mới đạt ${percent}`,
  bandRule: (bands) => `chấm theo dải tỷ lệ: ${bands}`,
  band: (from, fromInclusive, to, toInclusive) =>
    `${fromInclusive ? 'từ' : 'trên'} ${from} đến ${toInclusive ? '' : 'dưới '}${to}`,
  exactly: (percent) => `đúng ${percent}`,
  inBand: (percent, band) => `tỷ lệ ${percent} thuộc dải ${band}`,
  bandReason: (percent, band) => `tỷ lệ ${percent} mới thuộc dải ${band}`,
  thresholdRule: (threshold) => `đạt ${threshold} trở lên được điểm tối đa, thấp hơn: 0 điểm`,
  reached: (percent, threshold) => `tỷ lệ ${percent} đạt ngưỡng ${threshold}`,
  missed: (percent, threshold) => `tỷ lệ ${percent} chưa đạt ngưỡng ${threshold}`,
  countRule: (each, counts, maxItems) => `${each} điểm cho mỗi ${counts}, tính nhiều nhất ${maxItems}`,
  item: 'nội dung',
  countFigures: (count) => `số lượng ${count}`,
  onlyCounted: (count, maxItems) => `mới có ${count}/${maxItems}`,
  deductionRule: (start, events, floor) =>
    `từ ${start} điểm, trừ cho mỗi trường hợp: ${events}; không thấp hơn ${floor} điểm`,
  event: (index) => `trường hợp ${index + 1}`,
  eventsHappened: (events) => `có phát sinh ${events}`,
  externalRule: (index, scale) => `${index} trên thang ${scale}, quy theo tỷ lệ ra điểm`,
  externalIndex: 'kết quả của chỉ số khác',
  externalFigures: (value, scale) => `kết quả ${value}/${scale}`,
  surveyRule: 'kết quả khảo sát (%) × điểm tối đa, do tỉnh nhập',
  surveyFigures: (percent) => `kết quả khảo sát ${percent}`,
  formulaRule: (label, expression) => `công thức ${label}: ${expression}`,
  formulaReason: 'kết quả theo công thức thấp hơn điểm tối đa',
};

export const english: Phrases = {
  number: formatEnglishNumber,
  head: (code, name, points, max) => `${code} ${name}: ${points} of ${max} points.`,
  noData: (code, name, max) => `${code} ${name}: no data yet, so not scored (maximum ${max}).`,
  notScored: (code, name, reason) => `${code} ${name}: not scored, the figures are not valid. ${reason}`,
  leftOut: (code, name, max) =>
    `${code} ${name}: does not apply; its ${max} points are left out of points and possible points.`,
  rule: 'Rule',
  figures: 'Figures',
  arithmetic: 'Calculation',
  source: 'Source',
  evidence: 'Evidence',
  lost: (points, reason) => `${points} points lost: ${reason}.`,
  full: 'Full points.',
  rounded: (exact, points, digits) => `${exact}, rounded to ${digits} decimals: ${points}`,
  emptied: (byCode) => `criterion ${byCode} has late or missing items, which empties this one`,
  granted: 'nothing arose, which this set grants in full',
  zeroed: 'nothing arose, which this set scores as 0',
  nothingArose: {
    full: 'the denominator is 0 (nothing arose): full points',
    zero: 'the denominator is 0 (nothing arose): 0 points',
    not_applicable: 'the denominator is 0 (nothing arose): does not apply',
  },
  points: (points) => `${points} points`,
  yes: 'Yes',
  no: 'No',
  thisRequirement: 'the requirement',
  yesNoRule: (question, yes, no) => `${question}: yes ${yes} points; no ${no} points`,
  notMet: (question) => `not met: ${question}`,
  stagedRule: (levels) => `the level reached counts: ${levels}`,
  level: (index) => `level ${index + 1}`,
  levelReached: (label) => `level reached: ${label}`,
  lowerLevel: (label, best) => `only “${label}”, not “${best}”`,
  checklistRule: (parts, max) => `the parts done add up, ${max} points at most: ${parts}`,
  part: (index) => `part ${index + 1}`,
  partsDone: (done, open) => `done: ${done}; open: ${open}`,
  partsOpen: (open) => `not done or without evidence: ${open}`,
  none: 'none',
  cappedAt: (max) => `at most ${max}`,
  latenessRule: (start, late, missing, floor) =>
    `from ${start} points, ${late} off for each late and ${missing} off for each missing item, not below ${floor}`,
  zeroIfLate: (count) => `${count} or more late: 0 points`,
  grace: (count) => `the first ${count} late cost nothing`,
  latenessFigures: (expected, late, missing) => `due ${expected}; late ${late}; missing ${missing}`,
  unstated: 'as requested',
  tooManyLate: 'more items were late than allowed',
  lateOrMissing: (late, missing) => `${late} late, ${missing} missing`,
  flooredAt: (floor) => `not below ${floor}`,
  proportionalRule: (max) => `ratio × ${max} points`,
  dividedRule: (max, target) => `(ratio : ${target}) × ${max} points, full from ${target}`,
  fullAtTarget: (target) => `full points from ${target}`,
  floorRule: (floor) => `below ${floor}: 0 points`,
  ratioFigures: (numerator, n, denominator, d, percent) => `${numerator}: ${n}; ${denominator}: ${d}; ratio ${percent}`,
  numerator: 'numerator',
  denominator: 'denominator',
  belowFloor: (percent, floor) => `the ratio ${percent} is below the floor ${floor}`,
  atTarget: (percent, target) => `the ratio ${percent} reaches the target ${target}`,
  onlyReached: (percent) => `only ${percent} was reached`,
  bandRule: (bands) => `points by band: ${bands}`,
  band: (from, fromInclusive, to, toInclusive) =>
    `${fromInclusive ? 'from' : 'above'} ${from} ${toInclusive ? 'up to' : 'to below'} ${to}`,
  exactly: (percent) => `exactly ${percent}`,
  inBand: (percent, band) => `the ratio ${percent} lies ${band}`,
  bandReason: (percent, band) => `the ratio ${percent} lies only ${band}`,
  thresholdRule: (threshold) => `full points from ${threshold}, otherwise 0`,
  reached: (percent, threshold) => `the ratio ${percent} reaches ${threshold}`,
  missed: (percent, threshold) => `the ratio ${percent} does not reach ${threshold}`,
  countRule: (each, counts, maxItems) => `${each} points for each ${counts}, ${maxItems} at most`,
  item: 'item',
  countFigures: (count) => `count ${count}`,
  onlyCounted: (count, maxItems) => `only ${count} of ${maxItems}`,
  deductionRule: (start, events, floor) => `from ${start} points, off for each case: ${events}; not below ${floor}`,
  event: (index) => `case ${index + 1}`,
  eventsHappened: (events) => `there were ${events}`,
  externalRule: (index, scale) => `${index} on its scale of ${scale}, in proportion`,
  externalIndex: 'the result of another index',
  externalFigures: (value, scale) => `result ${value} of ${scale}`,
  surveyRule: 'survey result (%) × maximum, entered by the province',
  surveyFigures: (percent) => `survey result ${percent}`,
  formulaRule: (label, expression) => `formula ${label}: ${expression}`,
  formulaReason: 'the formula gives less than the maximum',
};
