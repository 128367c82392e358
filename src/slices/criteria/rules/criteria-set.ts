import type { Decimal } from '../../../kernel/decimal.ts';
import type { LeafRule, RuleOf } from './rule-shapes.ts';
import type { SetFault } from './set-fault.ts';
import type { FileArea, FileExtra, FileNode, NotApplicablePolicy, SetFile } from './set-file.ts';

type Described = {
  readonly code: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly evidence: readonly string[];
  readonly dataSources: readonly string[];
  /** Where the rule comes from, as the set states it; null where it does not. */
  readonly sourceNote: string | null;
};

/** A scored sub-criterion (tiêu chí thành phần). */
export type Leaf = Described & {
  readonly max: Decimal;
  readonly rule: LeafRule;
  readonly policy: NotApplicablePolicy;
  readonly areaCode: string;
  readonly parentCode: string;
};

/** A criterion or sub-criterion of the tree: either it has children, or it is a leaf. */
export type TreeNode = Described & {
  readonly max: Decimal;
  readonly children: readonly TreeNode[];
  readonly leaf: Leaf | null;
};

export type Area = Described & {
  readonly max: Decimal;
  readonly children: readonly TreeNode[];
  readonly leaves: readonly Leaf[];
};

/** A line of bonus (điểm thưởng) or penalty (điểm trừ). */
export type Extra<Name extends 'bonus' | 'penalty'> = Described & { readonly rule: RuleOf<Name> };

/** One version of a criteria set that passed every check, its leaves in the order of the file. */
export type CriteriaSet = {
  readonly meta: SetFile['meta'];
  readonly scoring: SetFile['scoring'];
  readonly calendar: SetFile['calendar'];
  readonly areas: readonly Area[];
  readonly leaves: readonly Leaf[];
  readonly bonus: readonly Extra<'bonus'>[];
  readonly penalty: readonly Extra<'penalty'>[];
  /** What can be scored but should be looked at: unknown fields, missing names, rules that take back points. */
  readonly warnings: readonly SetFault[];
};

function describedBy(entry: FileNode | FileArea | FileExtra): Described {
  const nameVi = entry.name_vi ?? entry.code;
  return {
    code: entry.code,
    nameVi,
    nameEn: entry.name_en ?? nameVi,
    evidence: entry.evidence ?? [],
    dataSources: entry.data_source ?? [],
    sourceNote: entry.source_note,
  };
}

function leafOf(node: FileNode, areaCode: string, parentCode: string): Leaf | null {
  const { rule } = node;
  if (!rule || rule.shape === 'group_sum' || rule.shape === 'bonus' || rule.shape === 'penalty') return null;
  return {
    ...describedBy(node),
    max: node.max_points,
    rule,
    policy: node.not_applicable_policy ?? 'exclude',
    areaCode,
    parentCode,
  };
}

function treeNode(node: FileNode, areaCode: string, parentCode: string): TreeNode {
  return {
    ...describedBy(node),
    max: node.max_points,
    children: (node.sub_criteria ?? []).map((child) => treeNode(child, areaCode, node.code)),
    leaf: leafOf(node, areaCode, parentCode),
  };
}

const leavesBelow = (node: TreeNode): readonly Leaf[] => (node.leaf ? [node.leaf] : node.children.flatMap(leavesBelow));

function buildArea(area: FileArea): Area {
  const children = area.criteria.map((node) => treeNode(node, area.code, area.code));
  return { ...describedBy(area), max: area.max_points, children, leaves: children.flatMap(leavesBelow) };
}

/** Puts a checked file into the form that scoring works with. */
export function buildCriteriaSet(file: SetFile, warnings: readonly SetFault[]): CriteriaSet {
  const areas = file.areas.map(buildArea);
  const extras = <Name extends 'bonus' | 'penalty'>(entries: readonly FileExtra[] | null, shape: Name) =>
    (entries ?? []).flatMap((entry) =>
      entry.rule.shape === shape ? [{ ...describedBy(entry), rule: entry.rule as RuleOf<Name> }] : [],
    );
  return {
    meta: file.meta,
    scoring: file.scoring,
    calendar: file.calendar,
    areas,
    leaves: areas.flatMap((area) => area.leaves),
    bonus: extras(file.bonus, 'bonus'),
    penalty: extras(file.penalty, 'penalty'),
    warnings,
  };
}
