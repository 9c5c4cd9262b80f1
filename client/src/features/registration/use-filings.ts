import type {
  AskChange,
  BeginFiling,
  CampaignList,
  Filing,
  FilingFindings,
  FilingPage,
  FilingUnits,
  RecallChange,
  Refusal,
  SaveFiling,
  SubmitFiling,
  UnitNames,
  WithdrawFiling,
} from '@yunhui/contracts';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { isEditable } from '@yunhui/domain';
import { read, refusalOf, replace, write } from '../../platform/http.js';

const key = ['filings'];
const RE_READ_MS = 15_000;

/** What one's units file, the last touched first. */
export const useFilings = () =>
  useInfiniteQuery({
    queryKey: [...key, 'list'],
    queryFn: ({ pageParam, signal }) => read<FilingPage>(`/filings${pageParam ? `?cursor=${encodeURIComponent(pageParam)}` : ''}`, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    refetchInterval: RE_READ_MS,
  });

/** The units one files for, and the campaigns there are. */
export const useFilingChoices = () => ({
  units: useQuery({ queryKey: [...key, 'units'], queryFn: ({ signal }) => read<FilingUnits>('/filings/units', signal) }),
  campaigns: useQuery({ queryKey: ['campaigns'], queryFn: ({ signal }) => read<CampaignList>('/campaigns', signal) }),
});

/** Full names of the registry for what is written; while one writes on, those found before. */
export const useUnitNames = (words: string) =>
  useQuery({
    queryKey: [...key, 'unit-names', words],
    queryFn: ({ signal }) => read<UnitNames>(`/filings/unit-names?q=${encodeURIComponent(words)}`, signal),
    enabled: words !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    retry: 1,
  });

/** A filing. While it can be edited it is the page that knows it best; afterwards what reviewers do is read again and again. */
export const useFiling = (id: string) =>
  useQuery({
    queryKey: [...key, 'one', id],
    queryFn: ({ signal }) => read<Filing>(`/filings/${id}`, signal),
    gcTime: 0,
    refetchOnWindowFocus: ({ state: { data } }) => !data || !isEditable(data.state),
    refetchOnReconnect: ({ state: { data } }) => !data || !isEditable(data.state),
    refetchInterval: ({ state: { data } }) => (data && !isEditable(data.state) ? RE_READ_MS : false),
  });

/** What is found in a version of it; until that is there, what was found before. */
export const useFindings = (id: string, version: number) =>
  useQuery({
    queryKey: [...key, 'findings', id, version],
    queryFn: ({ signal }) => read<FilingFindings>(`/filings/${id}/findings`, signal),
    placeholderData: keepPreviousData,
  });

export const saveFiling = (id: string, kept: SaveFiling): Promise<Filing> => replace<Filing>(`/filings/${id}`, kept);

/** What came with the refusal of whoever came second: what the first one made of it. */
export const filingBeside = (error: unknown): Filing | undefined =>
  (refusalOf(error) as (Refusal & { filing?: Filing }) | undefined)?.filing;

/** Beginning, handing in, taking back: what came of it is known at once. */
export function useFilingSteps() {
  const queries = useQueryClient();
  const onSuccess = (filing: Filing) => {
    queries.setQueryData([...key, 'one', filing.id], filing);
    return queries.invalidateQueries({ queryKey: [...key, 'list'] });
  };
  return {
    begin: useMutation({ mutationFn: (wanted: BeginFiling) => write<Filing>('/filings', wanted), onSuccess }),
    submit: useMutation({
      mutationFn: ({ id, ...wanted }: SubmitFiling & { id: string }) => write<Filing>(`/filings/${id}/submit`, wanted),
      onSuccess,
    }),
    withdraw: useMutation({
      mutationFn: ({ id, ...wanted }: WithdrawFiling & { id: string }) => write<Filing>(`/filings/${id}/withdraw`, wanted),
      onSuccess,
    }),
    ask: useMutation({
      mutationFn: ({ id, ...wanted }: AskChange & { id: string }) => write<Filing>(`/filings/${id}/changes`, wanted),
      onSuccess,
    }),
    recall: useMutation({
      mutationFn: ({ id, ...wanted }: RecallChange & { id: string }) => write<Filing>(`/filings/${id}/changes/recall`, wanted),
      onSuccess,
    }),
  };
}
