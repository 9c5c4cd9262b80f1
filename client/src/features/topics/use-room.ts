import { useCallback, useMemo, useRef, useState } from 'react';
import { realtimeIfOpen } from '../../platform/realtime.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { useLatest } from '../../platform/use-latest.js';
import { toast } from '../../ui/toast.js';
import type { RoomActions } from './chat.context.js';
import { rowAt } from './chat.rules.js';
import { useDraft } from './composer/use-draft.js';
import { useSpeaking } from './composer/use-speaking.js';
import { heardOf, type Carried, type Filter } from './conversation.rules.js';
import { mergeByTime } from './merge.rules.js';
import { reach, type History } from './reach.rules.js';
import { useConversation } from './use-conversation.js';
import type { Older } from './use-older.js';

/** A topic's history as the hub has told it so far. */
const historyOf = (topic: string, load: Older['load']): History => {
  const entries = () => realtimeIfOpen()?.viewOf(topic).entries ?? [];
  return {
    oldest: () => entries()[0]?.seq ?? Infinity,
    has: (seq) => entries().some((entry) => entry.seq === seq),
    older: () => load(topic),
  };
};

/** Everything a room knows while it is open: what is said, what is filtered and found, and what one writes. */
export function useRoom({
  topic,
  carries,
  session,
  me,
}: {
  topic: string;
  carries: readonly Carried[];
  session: string | undefined;
  me: string | undefined;
}) {
  const { t } = useWords();
  const [filtered, filter] = useState<Filter>('all');
  const [heard, hear] = useState<string>();
  const carried = heardOf(carries, heard);
  // What is not heard any more cannot be all that is shown.
  const chosen = filtered === topic || filtered === carried?.topic ? filtered : 'all';
  /** Whoever turns to a topic hears it, be it to read or to speak. */
  const turnTo = (where: Filter) => {
    if (carries.some((one) => one.topic === where)) hear(where);
  };
  const choose = (where: Filter) => {
    turnTo(where);
    filter(where);
  };
  const [wanted, setWanted] = useState<{ topic: string; seq: number }>();
  const conversation = useConversation({ topic, carried, filter: chosen, me });
  const found = wanted && rowAt(conversation.rows, wanted.topic, wanted.seq)?.key;
  const draft = useDraft(topic);
  const field = useRef<HTMLTextAreaElement>(null);
  const speaking = useSpeaking({ topic, carried, session, views: conversation.views, turnTo });

  /** In the merged log what is older than the shortest of its topics is left out; in its own topic it stands. */
  const isShown = (where: string, seq: number) => {
    if (chosen !== 'all') return chosen === where;
    const known = [topic, carried?.topic].flatMap((name) => (name ? [realtimeIfOpen()?.viewOf(name)] : []));
    const logs = known
      .filter((view) => view !== undefined)
      .map((view) => ({ ...view, complete: conversation.older.complete.has(view.topic) }));
    return mergeByTime(logs).some((placed) => placed.topic === where && placed.entry.seq === seq);
  };
  const jumpTo = async (where: string, seq: number) => {
    const known = await reach(seq, historyOf(where, conversation.older.load));
    if (!known) return toast({ words: t('chat.notFound') });
    if (!isShown(where, seq)) choose(where);
    setWanted({ topic: where, seq });
  };
  const actions = useStableActions({
    reply: (row) => {
      speaking.answer(row);
      field.current?.focus();
    },
    jumpTo: (where, seq) => void jumpTo(where, seq),
    edit: (where, text) => {
      speaking.choose(where);
      draft.write(text);
      field.current?.focus();
    },
    copy: (text) =>
      void navigator.clipboard
        .writeText(text)
        .then(() => toast({ words: t('chat.copied') }))
        .catch(() => toast({ words: t('chat.notCopied') })),
  });
  const forgetFound = useCallback(() => setWanted(undefined), []);
  return { conversation, carried, filter: { chosen, choose }, draft, field, speaking, found, forgetFound, actions };
}

/** The same object for good, that does what the latest drawing would: a row that is not drawn again still does the right thing. */
function useStableActions(actions: RoomActions): RoomActions {
  const latest = useLatest(actions);
  return useMemo(
    () => ({
      reply: (row) => latest.current.reply(row),
      jumpTo: (topic, seq) => latest.current.jumpTo(topic, seq),
      edit: (topic, text) => latest.current.edit(topic, text),
      copy: (text) => latest.current.copy(text),
    }),
    [latest],
  );
}
