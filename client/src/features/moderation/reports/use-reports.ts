import type { AppealItem, AppealPage, DecideReport, HearAppeal, ReportGroup, ReportPage } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, write } from '../../../platform/http.js';
import { toast } from '../../../ui/toast.js';
import { useDeskWords } from '../use-desk-words.js';

/** Hints of the queues say when to look; one that is lost delays a list by this much. */
const RE_READ_MS = 60_000;

/** What viewers have reported and nobody has decided, grouped by what it is about. */
export const useReports = () =>
  useQuery({
    queryKey: ['desk', 'reports'],
    queryFn: ({ signal }) => read<ReportPage>('/moderation/reports?state=open', signal),
    refetchInterval: RE_READ_MS,
  });

/** What people have appealed against, the oldest first. */
export const useAppeals = () =>
  useQuery({
    queryKey: ['desk', 'appeals'],
    queryFn: ({ signal }) => read<AppealPage>('/moderation/appeals?state=open', signal),
    refetchInterval: RE_READ_MS,
  });

/** A decision on one of a list; a colleague may have been first, so the list is read again in any case, and why nothing came of it is said. */
function useDecision<Said, Answer>(list: 'reports' | 'appeals') {
  const { t, problem } = useDeskWords();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, said }: { id: string; said: Said }) => write<Answer>(`/moderation/${list}/${id}/verdict`, said),
    onError: (error) => toast({ words: problem(error, t('reports.notSent')) }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['desk', list] }),
  });
}

export const useDecideReport = () => useDecision<DecideReport, ReportGroup>('reports');
export const useHearAppeal = () => useDecision<HearAppeal, AppealItem>('appeals');
