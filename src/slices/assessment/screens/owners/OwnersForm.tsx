import { useMutation } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { ApiError } from '../../../../web/api/api-error.ts';
import { api } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import { useRights } from '../../../../web/session/session.ts';
import { Card } from '../../../../web/ui/Card.tsx';
import { Notice } from '../../../../web/ui/StatusTag.tsx';
import { draftOf, type OwnedLeaf, type OwnerDraft, ownerChanges } from '../../rules/owner-changes.ts';
import type { IndexOnScreen } from '../index-on-screen.ts';
import { ForChosen } from './ForChosen.tsx';
import { OwnersTable } from './OwnersTable.tsx';

type Saved = { reaches: OwnedLeaf[]; seen: OwnedLeaf[]; isUndo: boolean };

/** Drafts of owner and effort: filled for many leaves, saved at once, taken back at once. */
export function OwnersForm({ index }: { index: IndexOnScreen }) {
  const t = useTexts();
  const mayChange = useRights()('index.change');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, OwnerDraft>>(new Map());
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [saved, setSaved] = useState<Saved | null>(null);
  const { reaches, year } = index.data;
  const stored = new Map(reaches.map((leaf) => [leaf.leafCode, leaf]));
  const draft = (code: string): OwnerDraft => drafts.get(code) ?? draftOf(stored.get(code));
  const changes = ownerChanges(reaches, drafts);
  const saving = useMutation({
    mutationFn: ({ reaches: next, seen }: Saved) =>
      api.setLeafReaches({ body: { year, reaches: next, seen } as never }),
    onSuccess: (_answer, done) => {
      setSaved(done);
      setDrafts(new Map());
      setChosen(new Set());
    },
  });
  const type = (codes: Iterable<string>, change: Partial<OwnerDraft>) => {
    setSaved(null);
    setDrafts(new Map([...drafts, ...[...codes].map((code) => [code, { ...draft(code), ...change }] as const)]));
  };
  const count = changes.reaches.length;
  return (
    <div className="stack">
      {mayChange ? null : <Notice>{t('owners.readOnly')}</Notice>}
      {mayChange ? <ForChosen count={chosen.size} onFill={(change) => type(chosen, change)} /> : null}
      <Card title={t('owners.caption', { year })}>
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            if (count > 0 && changes.wrong.length === 0) saving.mutate({ ...changes, isUndo: false });
          }}
        >
          <OwnersTable
            index={index}
            draft={draft}
            wrong={new Set(changes.wrong)}
            chosen={chosen}
            onChoose={setChosen}
            onType={mayChange ? (code, change) => type([code], change) : null}
          />
          {saving.error ? (
            <p className="field-error" role="alert">
              {saving.error instanceof ApiError ? saving.error.message : t('web.failedLead')}
            </p>
          ) : null}
          {saved ? (
            <Notice tone="good">
              {t(saved.isUndo ? 'owners.undone' : 'owners.saved', { count: saved.reaches.length })}{' '}
              {saved.isUndo ? null : (
                <Button
                  size="small"
                  loading={saving.isPending}
                  onClick={() => saving.mutate({ reaches: saved.seen, seen: saved.reaches, isUndo: true })}
                >
                  {t('owners.undo')}
                </Button>
              )}
            </Notice>
          ) : null}
          {mayChange ? (
            <div className="form-buttons">
              <Button type="primary" htmlType="submit" loading={saving.isPending} disabled={count === 0}>
                {count ? t('owners.save', { count }) : t('owners.nothing')}
              </Button>
              <Button disabled={drafts.size === 0} onClick={() => setDrafts(new Map())}>
                {t('owners.discard')}
              </Button>
            </div>
          ) : null}
        </form>
      </Card>
    </div>
  );
}
