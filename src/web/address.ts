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
};

/** Filters, sorting and open parts of a page live here and nowhere else. */
export function useAddress(): Address {
  const search: Search = useSearch({ strict: false });
  const navigate = useNavigate();
  return {
    search,
    change: (words) => void navigate({ to: '.', search: { ...search, ...words }, replace: true }),
  };
}
