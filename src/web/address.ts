import { useNavigate, useSearch } from '@tanstack/react-router';

/** What stands behind the question mark: plain words only, so that an address can be read and sent. */
export type Search = Readonly<Record<string, string>>;

export function parseSearch(text: string): Search {
  return Object.fromEntries(new URLSearchParams(text));
}

export function writeSearch(search: Readonly<Record<string, unknown>>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== null && value !== '');
  const text = new URLSearchParams(kept.map(([name, value]) => [name, String(value)])).toString();
  return text ? `?${text}` : '';
}

type Address = {
  search: Search;
  /** Changes some of the words behind the question mark; an empty word leaves the address. */
  change: (words: Search) => void;
  /** The same without moving the page to its top: for what is chosen in the middle of it. */
  changeHere: (words: Search) => void;
};

/** Filters, sorting and open parts of a page live here and nowhere else. */
export function useAddress(): Address {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  const go = (words: Search, resetScroll: boolean) =>
    void navigate({ to: '.', search: { ...search, ...words }, replace: true, resetScroll });
  return {
    search,
    change: (words) => go(words, true),
    changeHere: (words) => go(words, false),
  };
}
