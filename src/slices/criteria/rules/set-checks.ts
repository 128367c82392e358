import { Decimal } from '../../../kernel/decimal.ts';
import { checkRule } from './rule-checks.ts';
import type { FaultPath, Finding, SetFaultCode } from './set-fault.ts';
import { SAME_FIGURE } from './set-fields.ts';
import type { FileNode, SetFile } from './set-file.ts';

type Placed = { readonly node: FileNode; readonly path: FaultPath };

function finding(path: FaultPath, code: SetFaultCode, vi: string, en: string): Finding {
  return { path, code, message: { vi, en } };
}

function everyNode(file: SetFile): Placed[] {
  const walk = (node: FileNode, path: FaultPath): Placed[] => [
    { node, path },
    ...(node.sub_criteria ?? []).flatMap((child, index) => walk(child, [...path, 'sub_criteria', index])),
  ];
  return file.areas.flatMap((area, at) =>
    area.criteria.flatMap((node, index) => walk(node, ['areas', at, 'criteria', index])),
  );
}

function checkSum(name: string, whole: Decimal, parts: readonly Decimal[], path: FaultPath): Finding[] {
  const sum = parts.reduce((total, part) => total.plus(part), new Decimal(0));
  if (sum.minus(whole).abs().lessThan(SAME_FIGURE)) return [];
  const [stated, added] = [whole.toFixed(), sum.toFixed()];
  return [
    finding(
      path,
      'sum-differs',
      `${name}: ghi ${stated} điểm nhưng các phần cộng lại là ${added}.`,
      `${name}: states ${stated} points but its parts add up to ${added}.`,
    ),
  ];
}

function checkSums(file: SetFile, nodes: readonly Placed[]): Finding[] {
  const { total_points: total, bonus_outside_total: outside, bonus_cap: bonusCap } = file.scoring;
  const areas = file.areas.map((area) => area.max_points);
  const withBonus = outside === false && bonusCap ? [...areas, bonusCap] : areas;
  const wholeSum = checkSum('scoring.total_points', total, areas, ['scoring', 'total_points']);
  return [
    ...(wholeSum.length && checkSum('', total, withBonus, []).length ? wholeSum : []),
    ...file.areas.flatMap((area, index) =>
      checkSum(
        area.code,
        area.max_points,
        area.criteria.map((node) => node.max_points),
        ['areas', index, 'max_points'],
      ),
    ),
    ...nodes.flatMap(({ node, path }) =>
      node.sub_criteria
        ? checkSum(
            node.code,
            node.max_points,
            node.sub_criteria.map((child) => child.max_points),
            [...path, 'max_points'],
          )
        : [],
    ),
  ];
}

function checkCodes(file: SetFile, nodes: readonly Placed[]): Finding[] {
  const entries: { code: string; path: FaultPath }[] = [
    ...file.areas.map(({ code }, index) => ({ code, path: ['areas', index, 'code'] })),
    ...nodes.map(({ node, path }) => ({ code: node.code, path: [...path, 'code'] })),
    ...(file.bonus ?? []).map(({ code }, index) => ({ code, path: ['bonus', index, 'code'] })),
    ...(file.penalty ?? []).map(({ code }, index) => ({ code, path: ['penalty', index, 'code'] })),
  ];
  const seen = new Set<string>();
  return entries.flatMap(({ code, path }) => {
    if (!seen.has(code)) {
      seen.add(code);
      return [];
    }
    return [finding(path, 'duplicate-code', `Mã ${code} bị trùng.`, `The code ${code} is used twice.`)];
  });
}

function checkPlacement({ node, path }: Placed): Finding[] {
  const shape = node.rule?.shape;
  const isGroup = node.sub_criteria !== undefined;
  if (!isGroup && shape === undefined)
    return [finding(path, 'missing', `${node.code}: thiếu quy tắc chấm điểm.`, `${node.code}: has no rule.`)];
  if (shape === 'bonus' || shape === 'penalty')
    return [
      finding([...path, 'rule'], 'misplaced', 'Điểm thưởng, điểm trừ đặt ở mục riêng.', 'Belongs to its own list.'),
    ];
  if (isGroup && shape !== undefined && shape !== 'group_sum')
    return [
      finding([...path, 'rule'], 'misplaced', 'Nhóm chỉ cộng điểm các phần (group_sum).', 'A group only adds up.'),
    ];
  if (!isGroup && shape === 'group_sum')
    return [finding([...path, 'rule'], 'missing', 'group_sum cần các tiêu chí con.', 'group_sum needs children.')];
  return [];
}

function checkExtras(file: SetFile): Finding[] {
  const check = (list: 'bonus' | 'penalty') =>
    (file[list] ?? []).flatMap((entry, index) =>
      entry.rule.shape === list
        ? []
        : [finding([list, index, 'rule', 'shape'], 'misplaced', `Phải là ${list}.`, `Must be ${list}.`)],
    );
  return [...check('bonus'), ...check('penalty')];
}

function checkCascades(nodes: readonly Placed[]): Finding[] {
  const leaves = new Set(nodes.filter(({ node }) => !node.sub_criteria).map(({ node }) => node.code));
  return nodes.flatMap(({ node, path }) => {
    if (node.rule?.shape !== 'lateness_penalty') return [];
    return (node.rule.cascade_to ?? []).flatMap((target, index) => {
      const place = [...path, 'rule', 'cascade_to', index];
      if (target === node.code)
        return [finding(place, 'cascade-target', `${target} kéo theo chính nó.`, `${target} cascades to itself.`)];
      if (leaves.has(target)) return [];
      return [
        finding(
          place,
          'cascade-target',
          `${target} không phải tiêu chí thành phần.`,
          `${target} is not a leaf of the set.`,
        ),
      ];
    });
  });
}

function checkGrades({ scoring: { grading } }: SetFile): Finding[] {
  const steps = grading.slice(1).map((grade, index) => {
    const before = grading[index];
    return before ? grade.from_percent.comparedTo(before.from_percent) : 0;
  });
  const found = steps.flatMap((step, index) =>
    step !== 0 && step === steps[0]
      ? []
      : [
          finding(
            ['scoring', 'grading', index + 1],
            'grade-order',
            'Các mức xếp loại không theo thứ tự.',
            'Grades are not in order.',
          ),
        ],
  );
  grading.forEach((grade, index) => {
    if (grade.from_percent.greaterThan(100))
      found.push(finding(['scoring', 'grading', index, 'from_percent'], 'outside-range', 'Quá 100 %.', 'Above 100 %.'));
  });
  return found;
}

function checkRounding({ scoring: { rounding } }: SetFile): Finding[] {
  return (['leaf_decimals', 'total_decimals', 'percent_decimals'] as const).flatMap((field) =>
    rounding[field] <= 12
      ? []
      : [finding(['scoring', 'rounding', field], 'outside-range', 'Nhiều nhất 12 chữ số.', 'At most 12 digits.')],
  );
}

/** Everything that makes a set unfit for scoring and that only reading across the file can tell. @source domain.md §2.1 */
export function findSetFaults(file: SetFile): Finding[] {
  const nodes = everyNode(file);
  return [
    ...checkSums(file, nodes),
    ...checkCodes(file, nodes),
    ...nodes.flatMap(checkPlacement),
    ...nodes.flatMap(({ node, path }) => (node.rule ? checkRule(node.rule, node.max_points, [...path, 'rule']) : [])),
    ...checkExtras(file),
    ...checkCascades(nodes),
    ...checkGrades(file),
    ...checkRounding(file),
  ];
}

function doubtAboutRule({ node, path }: Placed): Finding[] {
  const { rule, max_points: max } = node;
  const doubt = (vi: string, en: string) => [
    finding([...path, 'rule'], 'doubtful', `${node.code}: ${vi}`, `${node.code}: ${en}`),
  ];
  if (rule?.shape === 'proportional' && rule.target_ratio && !rule.divide_by_target && !rule.full_at_target)
    return doubt(
      'target_ratio không có tác dụng khi divide_by_target là false.',
      'the target has no effect without divide_by_target.',
    );
  if (rule?.shape === 'count_based' && rule.points_each.times(rule.max_items).greaterThan(max))
    return doubt(
      'số điểm cao nhất vượt điểm tối đa, phần vượt bị cắt.',
      'the most it can give is above the maximum and is cut.',
    );
  if (rule?.shape === 'staged' && !rule.levels.some((level) => level.points.equals(max)))
    return doubt('không mức nào đạt điểm tối đa.', 'no level reaches the maximum.');
  return [];
}

/** What can be scored but deserves a look before the set is published. */
export function findSetDoubts(file: SetFile): Finding[] {
  const nodes = everyNode(file);
  const unnamed = nodes
    .filter(({ node }) => !node.name_vi)
    .map(({ node, path }) => finding(path, 'doubtful', `${node.code}: chưa có tên.`, `${node.code}: has no name.`));
  const unstated = nodes
    .filter(({ node }) => node.rule && !node.sub_criteria && !node.not_applicable_policy)
    .map(({ node, path }) =>
      finding(
        path,
        'doubtful',
        `${node.code}: chưa nêu cách xử lý khi không áp dụng; coi là exclude.`,
        `${node.code}: does not say what happens when it does not apply; taken as exclude.`,
      ),
    );
  return [...unnamed, ...unstated, ...nodes.flatMap(doubtAboutRule), ...doubtAboutOrigins(file)];
}

function doubtAboutOrigins({ scoring }: SetFile): Finding[] {
  const { survey_points: survey, appraised_points: appraised, total_points: total } = scoring;
  if (survey === null || appraised === null || survey.plus(appraised).equals(total)) return [];
  return [
    finding(
      ['scoring', 'survey_points'],
      'doubtful',
      'Điểm khảo sát cộng điểm thẩm định khác tổng điểm.',
      'Survey points and appraised points do not add up to the total.',
    ),
  ];
}
