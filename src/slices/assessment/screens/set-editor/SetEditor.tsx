import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTexts } from '../../../../web/language.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { figureText } from '../../../../web/ui/figures.ts';
import { Notice, StatusTag } from '../../../../web/ui/StatusTag.tsx';
import {
  type EditorNode,
  editSet,
  firstRule,
  nextCode,
  type SetEdit,
  type SetFault,
  viewSet,
  writePath,
} from '../../../criteria/index.ts';
import type { Desk } from './EditField.tsx';
import { NodeForm } from './NodeForm.tsx';
import { ScoringForm } from './ScoringForm.tsx';
import './set-editor.css';

type SetEditorProps = {
  text: string;
  faults: readonly SetFault[];
  isReadOnly: boolean;
  onChange: (text: string) => void;
};

const GENERAL = 'general';

/** Faults at a line of the tree itself, not at the lines below it. */
function faultCount(faults: readonly SetFault[], node: EditorNode, nodes: readonly EditorNode[]): number {
  const place = writePath(node.path);
  const below = nodes.map(({ path }) => writePath(path)).filter((path) => path !== place && path.startsWith(place));
  return faults.filter(
    ({ path }) => (path === place || path.startsWith(`${place}.`)) && !below.some((one) => path.startsWith(one)),
  ).length;
}

/** The set by its fields: the tree on the left, one line of it on the right; the text is what is kept. */
export function SetEditor({ text, faults, isReadOnly, onChange }: SetEditorProps) {
  const t = useTexts();
  const view = useMemo(() => viewSet(text), [text]);
  const [selected, setSelected] = useState<string>(GENERAL);
  const [past, setPast] = useState<readonly string[]>([]);
  if (!view) return <Notice tone="late">{t('criteria.notYaml')}</Notice>;
  // Several edits of one deed follow each other: each goes on from the text of the one before.
  let latest = text;
  const edit = (change: SetEdit) => {
    const after = editSet(latest, change);
    if (!after.ok) return;
    setPast((before) => [...before.slice(-49), latest]);
    latest = after.value;
    onChange(latest);
  };
  const undo = () => {
    const before = past.at(-1);
    if (before === undefined) return;
    setPast(past.slice(0, -1));
    onChange(before);
  };
  const desk: Desk = { faults, edit, isReadOnly };
  const node = view.nodes.find(({ path }) => writePath(path) === selected) ?? null;
  const select = (one: EditorNode | null) => setSelected(one ? writePath(one.path) : GENERAL);
  const addArea = () => {
    const code = nextCode(null, view.nodes);
    const leaf = { code: `${code}.1`, name_vi: t('criteria.newLeaf'), max_points: '0', rule: firstRule('yes_no', '0') };
    const area = {
      code,
      name_vi: t('criteria.newArea'),
      max_points: '0',
      criteria: [{ ...leaf, not_applicable_policy: 'not_allowed' }],
    };
    edit({ kind: 'add', path: ['areas'], value: area });
  };
  return (
    <div className="set-desk">
      <Card title={t('criteria.tree')}>
        <ul className="set-tree">
          <li>
            <button
              type="button"
              className="set-line"
              aria-current={selected === GENERAL}
              onClick={() => setSelected(GENERAL)}
            >
              {t('criteria.general')}
            </button>
          </li>
          {view.nodes.map((one) => {
            const place = writePath(one.path);
            const count = faultCount(faults, one, view.nodes);
            return (
              <li key={place} style={{ paddingInlineStart: `${one.depth}rem` }}>
                <button
                  type="button"
                  className={`set-line set-line-${one.kind}`}
                  aria-current={selected === place}
                  onClick={() => setSelected(place)}
                >
                  <span>
                    {one.code} {one.name}
                  </span>
                  <span className="soft nowrap">
                    {/^\d+(\.\d+)?$/.test(one.max) ? figureText(one.max) : one.max}{' '}
                    {count ? <StatusTag tone="late">{t('criteria.faults', { count })}</StatusTag> : null}
                  </span>
                </button>
              </li>
            );
          })}
        </ul>
        {isReadOnly ? null : (
          <div className="form-buttons no-print">
            <Button size="small" onClick={addArea}>
              {t('criteria.addArea')}
            </Button>
            <Button size="small" disabled={past.length === 0} onClick={undo}>
              {t('criteria.undo')}
            </Button>
          </div>
        )}
      </Card>
      <Card title={node ? `${node.code} ${node.name}` : t('criteria.general')}>
        {node ? (
          <NodeForm key={selected} desk={desk} node={node} nodes={view.nodes} onSelect={select} />
        ) : (
          <ScoringForm desk={desk} view={view} />
        )}
      </Card>
    </div>
  );
}
