import { Button } from 'antd';
import { useTexts } from '../../../../web/language.ts';
import { type EditorNode, firstRule, NOT_APPLICABLE_POLICIES, nextCode } from '../../../criteria/index.ts';
import { type Desk, EditChoice, EditField, EditLines, FieldFaults, faultsAt } from './EditField.tsx';
import { RuleForm } from './RuleForm.tsx';

type NodeFormProps = {
  desk: Desk;
  node: EditorNode;
  nodes: readonly EditorNode[];
  onSelect: (node: EditorNode | null) => void;
};

/** Everything that the file says of one line of the tree. */
export function NodeForm({ desk, node, nodes, onSelect }: NodeFormProps) {
  const t = useTexts();
  const { path, fields, kind } = node;
  const at = (name: string) => ({ desk, path: [...path, name], value: fields[name] });
  const isExtra = kind === 'bonus' || kind === 'penalty';
  return (
    <div className="stack" key={path.join('.')}>
      <p className="soft">{t(`criteria.kind.${kind}`)}</p>
      <FieldFaults id="node-faults" faults={faultsAt(desk.faults, path)} />
      <EditField {...at('code')} label={t('criteria.code')} />
      <EditField {...at('name_vi')} label={t('criteria.nameVi')} isLong />
      <EditField {...at('name_en')} label={t('criteria.nameEn')} isOptional />
      {isExtra ? null : <EditField {...at('max_points')} label={t('criteria.max')} />}
      {kind === 'leaf' ? (
        <EditChoice
          {...at('not_applicable_policy')}
          label={t('criteria.policy')}
          choices={NOT_APPLICABLE_POLICIES.map((value) => ({ value, label: t(`leaf.policy.${value}`) }))}
          isOptional
        />
      ) : null}
      {kind === 'leaf' || isExtra ? <RuleForm desk={desk} node={node} /> : null}
      {kind === 'leaf' ? (
        <>
          <EditLines {...at('evidence')} label={t('criteria.evidence')} />
          <EditField {...at('source_note')} label={t('criteria.sourceNote')} isLong isOptional />
        </>
      ) : null}
      {desk.isReadOnly ? null : <NodeDeeds desk={desk} node={node} nodes={nodes} onSelect={onSelect} />}
    </div>
  );
}

function NodeDeeds({ desk, node, nodes, onSelect }: NodeFormProps) {
  const t = useTexts();
  const { path, kind, code } = node;
  const list = path.slice(0, -1);
  const place = Number(path.at(-1));
  const siblings = nodes.filter(
    (other) => other.path.length === path.length && other.path.slice(0, -1).join() === list.join(),
  );
  const addChild = () => {
    const child = {
      code: nextCode(node, nodes),
      name_vi: t('criteria.newLeaf'),
      max_points: '0',
      rule: firstRule('yes_no', '0'),
      not_applicable_policy: 'not_allowed',
    };
    if (kind === 'leaf') desk.edit({ kind: 'unset', path: [...path, 'rule'] });
    desk.edit({ kind: 'add', path: [...path, kind === 'area' ? 'criteria' : 'sub_criteria'], value: child });
  };
  const move = (by: -1 | 1) => {
    desk.edit({ kind: 'move', path, by });
    onSelect({ ...node, path: [...list, place + by] });
  };
  return (
    <div className="form-buttons no-print">
      {kind === 'area' || kind === 'criterion' ? <Button onClick={addChild}>{t('criteria.addChild')}</Button> : null}
      <Button disabled={place === 0} onClick={() => move(-1)}>
        {t('criteria.moveUp')}
      </Button>
      <Button disabled={place >= siblings.length - 1} onClick={() => move(1)}>
        {t('criteria.moveDown')}
      </Button>
      <Button
        danger
        onClick={() => {
          desk.edit({ kind: 'remove', path });
          onSelect(null);
        }}
      >
        {t('criteria.remove', { code })}
      </Button>
    </div>
  );
}
