import type {
  ApplicationState,
  ApplyForUnit,
  CorrectApplication,
  DeskApplication,
  DeskApplications,
  OwnApplications,
  UnitApplication,
} from '@yunhui/contracts';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, replace, write } from '../../platform/http.js';

const key = ['unit-applications'];
const RE_READ_MS = 15_000;

/** What one has applied for, and what became of it. */
export const useOwnApplications = () =>
  useQuery({
    queryKey: [...key, 'mine'],
    queryFn: ({ signal }) => read<OwnApplications>('/unit-applications/mine', signal),
    refetchInterval: RE_READ_MS,
  });

/** Those of one's desk. The page keeps none that are not looked at: somebody else may sign in here next. */
export const useDeskApplications = (state: ApplicationState) =>
  useQuery({
    queryKey: [...key, 'desk', state],
    queryFn: ({ signal }) => read<DeskApplications>(`/unit-applications?state=${state}`, signal),
    placeholderData: keepPreviousData,
    gcTime: 0,
    refetchInterval: RE_READ_MS,
  });

/** Applying, and correcting what waits or was declined. Who has applied files for a unit from then on, as far as drafts. */
export function useApplying() {
  const queries = useQueryClient();
  const onSettled = () => Promise.all([key, ['filings']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    apply: useMutation({ mutationFn: (wanted: ApplyForUnit) => write<UnitApplication>('/unit-applications', wanted), onSettled }),
    correct: useMutation({
      mutationFn: ({ id, ...wanted }: CorrectApplication & { id: string }) => replace<UnitApplication>(`/unit-applications/${id}`, wanted),
      onSettled,
    }),
  };
}

/** Letting a unit in, or not: what came of it is read at once, also when a colleague was first. */
export function useDeciding() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  const path = ({ id }: DeskApplication, verb: 'approve' | 'decline') => `/unit-applications/${id}/${verb}`;
  return {
    approve: useMutation({
      mutationFn: (one: DeskApplication) => write<DeskApplication>(path(one, 'approve'), { version: one.version }),
      onSettled,
    }),
    decline: useMutation({
      mutationFn: ({ one, reason }: { one: DeskApplication; reason: string }) =>
        write<DeskApplication>(path(one, 'decline'), { version: one.version, reason }),
      onSettled,
    }),
  };
}
export type Deciding = ReturnType<typeof useDeciding>;
