import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useLanguage, useTexts } from '../language.ts';
import { useRights, useYear } from '../session/session.ts';
import { type Hit, searchSources } from './search-sources.ts';

type SearchPaletteProps = { isOpen: boolean; onClose: () => void };

/** Ctrl-K: type a few letters, with or without diacritics, go there. */
export function SearchPalette({ isOpen, onClose }: SearchPaletteProps) {
  const t = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && !dialog.current?.open) dialog.current?.showModal();
    if (!isOpen && dialog.current?.open) dialog.current.close();
  }, [isOpen]);
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('web.search')}
      onClose={onClose}
      onPointerDown={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {isOpen ? <Palette onClose={onClose} /> : null}
    </dialog>
  );
}

const NO_HITS: readonly Hit[] = [];

function useHits(query: string): readonly Hit[] {
  const t = useTexts();
  const hasRight = useRights();
  const language = useLanguage();
  const year = useYear();
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['search', query, year, language],
    queryFn: async ({ signal }): Promise<readonly Hit[]> => {
      const question = { query, t, hasRight, year, queries, signal };
      // A place that cannot be looked in now must not hide what the others found.
      const found = await Promise.allSettled(searchSources.map((find) => find(question)));
      return found.flatMap((answer) => (answer.status === 'fulfilled' ? answer.value : []));
    },
    placeholderData: keepPreviousData,
  });
  return data ?? NO_HITS;
}

function Palette({ onClose }: { onClose: () => void }) {
  const t = useTexts();
  const listId = useId();
  const navigate = useNavigate();
  const [query, setQuery] = useState('');
  const [place, setPlace] = useState(0);
  const hits = useHits(query);
  const chosen = hits[Math.min(place, hits.length - 1)];
  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    void navigate({ to: hit.to, search: hit.search ?? {} });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === 'Enter') open(chosen);
    if (!step) return;
    event.preventDefault();
    setPlace((before) => Math.min(Math.max(before + step, 0), Math.max(hits.length - 1, 0)));
  };
  return (
    <>
      <input
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${hits.indexOf(chosen)}` : undefined}
        aria-label={t('web.search')}
        placeholder={t('web.searchPlaceholder')}
        // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type in it
        autoFocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setPlace(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={listId} role="listbox" tabIndex={-1} aria-label={t('web.search')} className="palette-list">
        {hits.map((hit, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the combobox above
          <div
            key={`${hit.kind} ${hit.to} ${hit.title}`}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={hit === chosen}
            className="palette-hit"
            onClick={() => open(hit)}
          >
            <span>{hit.title}</span>
            <span className="soft">{hit.kind}</span>
          </div>
        ))}
      </div>
      <p className="palette-hint soft" role="status">
        {hits.length || !query ? t('web.searchHint') : t('web.searchNothing', { query })}
      </p>
    </>
  );
}
