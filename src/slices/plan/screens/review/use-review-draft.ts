import { useQueryClient } from '@tanstack/react-query';
import { useBlocker } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { ApiError } from '../../../../web/api/api-error.ts';
import { api, type GetReviewAnswer } from '../../../../web/client.generated.ts';
import { useTexts } from '../../../../web/language.ts';
import type { Draft } from '../../rules/draft.ts';
import { mergeDrafts } from '../../rules/merge-drafts.ts';
import { oneAtATime } from './one-at-a-time.ts';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'conflict' | 'failed';

const SAVE_AFTER_MS = 1200;
export const reviewKey = (reviewId: string): readonly string[] => ['review', reviewId];

/** The draft as the client's type of a body: the same shape, whose optional parts may be spelled out as undefined. */
type SentDraft = Parameters<typeof api.saveReview>[0]['body']['draft'];

/**
 * The draft of an open review while a person works on it: saved by itself a moment after the last change. What is
 * typed is never thrown away: a failed saving is tried again, another person's changes are merged.
 */
export function useReviewDraft(review: GetReviewAnswer, first: Draft) {
  const t = useTexts();
  const queries = useQueryClient();
  const { reviewId } = review;
  const [draft, setDraft] = useState<Draft>(first);
  const [saveState, setSaveState] = useState<SaveState>('saved');
  const [problem, setProblem] = useState<string | null>(null);
  const now = useRef<Draft>(first);
  const base = useRef({ draft: first, version: review.version });
  const [inTurn] = useState(oneAtATime);
  const timer = useRef<number>(0);

  const keepBase = (saved: Draft, version: number): void => {
    base.current = { draft: saved, version };
    // Whoever comes back to this page goes on from here.
    queries.setQueryData<GetReviewAnswer>(reviewKey(reviewId), (old) =>
      old ? { ...old, version, draft: saved as SentDraft } : old,
    );
  };

  const send = async (sent: Draft): Promise<number | null> => {
    setSaveState('saving');
    setProblem(null);
    try {
      const body = { version: base.current.version, draft: sent as SentDraft };
      const { version } = await api.saveReview({ path: { reviewId }, body });
      keepBase(sent, version);
      setSaveState(now.current === sent ? 'saved' : 'unsaved');
      return version;
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.message);
      setSaveState(error.code === 'review-changed' ? 'conflict' : 'failed');
      return null;
    }
  };

  /** Saves what is typed so far. @returns the version that the server holds now, or null where it could not be saved */
  const save = (): Promise<number | null> => {
    window.clearTimeout(timer.current);
    // Two savings at a time would both say that they change the same version, and the second would look like another person's.
    return inTurn(async () => {
      let version: number | null = base.current.version;
      while (version !== null && now.current !== base.current.draft) version = await send(now.current);
      return version;
    });
  };
  const latestSave = useRef(save);
  latestSave.current = save;

  const edit = (change: (draft: Draft) => Draft): void => {
    now.current = change(now.current);
    setDraft(now.current);
    setSaveState((state) => (state === 'conflict' ? state : 'unsaved'));
    window.clearTimeout(timer.current);
    if (saveState !== 'conflict') timer.current = window.setTimeout(() => void latestSave.current(), SAVE_AFTER_MS);
  };

  /** Takes the other person's changes in; mine stay where both changed the same item. */
  const mergeWithOthers = async (): Promise<void> => {
    const fresh = await api.getReview({ path: { reviewId } });
    if (fresh.state !== 'open' || !fresh.draft) return void queries.setQueryData(reviewKey(reviewId), fresh);
    const merged = mergeDrafts({ base: base.current.draft, mine: now.current, theirs: fresh.draft });
    base.current = { draft: fresh.draft, version: fresh.version };
    now.current = merged;
    setDraft(merged);
    await save();
  };

  useEffect(
    () => () => {
      if (now.current !== base.current.draft) void latestSave.current();
    },
    [],
  );
  const isLost = saveState === 'conflict' || saveState === 'failed';
  useBlocker({
    shouldBlockFn: () => !window.confirm(t('web.leaveWithChanges')),
    enableBeforeUnload: () => saveState !== 'saved',
    disabled: !isLost,
  });
  return { draft, edit, save, saveState, problem, mergeWithOthers };
}

export type ReviewDraft = ReturnType<typeof useReviewDraft>;
