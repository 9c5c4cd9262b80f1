import type { QueueFilter } from '@yunhui/contracts';
import { useNavigate, useSearch } from '@tanstack/react-router';

/** On a phone one looks at one of these at a time; wider screens show them side by side. */
export type DeskStep = 'rooms' | 'context';
/** The three lists of the desk. */
export type DeskList = 'queue' | 'reports' | 'appeals';
type Asked = {
  list?: string | undefined;
  topic?: string | undefined;
  filter?: string | undefined;
  q?: string | undefined;
  step?: string | undefined;
};
type Changes = Partial<{ list: DeskList; topic: string | undefined; filter: QueueFilter; words: string; step: DeskStep | undefined }>;
export type DeskAddress = {
  list: DeskList;
  topic: string | undefined;
  filter: QueueFilter;
  words: string;
  step: DeskStep | undefined;
  go: (changes: Changes) => void;
};

const filters: readonly string[] = ['all', 'high', 'chat', 'question', 'danmaku', 'burst', 'mine', 'delayed'] satisfies QueueFilter[];
const lists: readonly string[] = ['queue', 'reports', 'appeals'] satisfies DeskList[];
const steps: readonly string[] = ['rooms', 'context'] satisfies DeskStep[];

/** Reads `?topic=room:x&filter=high&q=…&step=context` and writes it: what is passed on opens the same, and Back leaves a step. */
export function useDeskAddress(): DeskAddress {
  const asked: Asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const now = {
    list: (lists.includes(asked.list ?? '') ? asked.list : 'queue') as DeskList,
    topic: asked.topic,
    filter: (filters.includes(asked.filter ?? '') ? asked.filter : 'all') as QueueFilter,
    words: asked.q ?? '',
    step: (steps.includes(asked.step ?? '') ? asked.step : undefined) as DeskStep | undefined,
  };
  const go: DeskAddress['go'] = (changes) => {
    const { list, topic, filter, words, step } = { ...now, ...changes };
    const search: Asked = {
      list: list === 'queue' ? undefined : list,
      topic,
      filter: filter === 'all' ? undefined : filter,
      q: words === '' ? undefined : words,
      step,
    };
    // Only a step, or another list, is a place that one goes back from.
    void navigate({ to: '.', search, replace: (step === undefined || step === now.step) && list === now.list, resetScroll: false });
  };
  return { ...now, go };
}
