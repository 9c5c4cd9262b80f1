import type { ImportedLists, ImportLists, ListsChanged, ScreeningPhrases, ScreeningTerm, ScreeningTerms } from '@yunhui/contracts';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { read, remove, write } from '../../../platform/http.js';

type Page = { next?: string | undefined };
const nextOf = ({ next }: Page): string | undefined => next;
const first: string | undefined = undefined;

function pathOf(list: 'terms' | 'allow', words: string, cursor: string | undefined): string {
  const asked = new URLSearchParams();
  if (words.trim() !== '') asked.set('q', words.trim());
  if (cursor !== undefined) asked.set('cursor', cursor);
  return `/moderation/lists/${list}?${asked.toString()}`;
}

/** The terms that are looked for, page by page. */
export const useTerms = (words: string) =>
  useInfiniteQuery({
    queryKey: ['lists', 'terms', words],
    queryFn: ({ pageParam, signal }) => read<ScreeningTerms>(pathOf('terms', words, pageParam), signal),
    initialPageParam: first,
    getNextPageParam: nextOf,
  });

/** The phrases in which listed terms mean no harm. */
export const usePhrases = (words: string) =>
  useInfiniteQuery({
    queryKey: ['lists', 'allow', words],
    queryFn: ({ pageParam, signal }) => read<ScreeningPhrases>(pathOf('allow', words, pageParam), signal),
    initialPageParam: first,
    getNextPageParam: nextOf,
  });

/** One change of the lists; what is shown of them is read again. */
function useChange<Asked, Answer>(change: (asked: Asked) => Promise<Answer>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn: change, onSuccess: () => queries.invalidateQueries({ queryKey: ['lists'] }) });
}

export const useKeepTerm = () => useChange((term: ScreeningTerm) => write<ListsChanged>('/moderation/lists/terms', term));
export const useDropTerm = () => useChange((id: string) => remove<ListsChanged>(`/moderation/lists/terms/${encodeURIComponent(id)}`));
export const useKeepPhrase = () => useChange((phrase: string) => write<ListsChanged>('/moderation/lists/allow', { phrase }));
export const useDropPhrase = () =>
  useChange((phrase: string) => remove<ListsChanged>(`/moderation/lists/allow/${encodeURIComponent(phrase)}`));

/** The hub takes so many rows at once. */
const PIECE = 500;

/** Sends whole lists in pieces: with `dryRun` nothing is changed, and the answer says what would be. */
export async function importLists({ dryRun, terms, allow }: ImportLists): Promise<ImportedLists> {
  const total: ImportedLists = { added: 0, changed: 0, same: 0, refused: [] };
  for (let at = 0; at < Math.max(terms.length, allow.length); at += PIECE) {
    const piece = { dryRun, terms: terms.slice(at, at + PIECE), allow: allow.slice(at, at + PIECE) };
    const { added, changed, same, refused } = await write<ImportedLists>('/moderation/lists/import', piece);
    total.added += added;
    total.changed += changed;
    total.same += same;
    total.refused.push(...refused.map((row) => ({ ...row, row: row.row + at })));
  }
  return total;
}
export const useImport = () => useChange((lists: ImportLists) => importLists(lists));
