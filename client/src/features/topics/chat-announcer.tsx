import type { OwnMessage, TopicView } from '@yunhui/realtime-client';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useLatest } from '../../platform/use-latest.js';
import { heardIn, heardSince, type ChatRow, type Heard } from './chat.rules.js';
import { verdictsSince } from './fate.rules.js';
import { useFateWords } from './use-fate-words.js';

/** Often enough to follow, seldom enough to be listened to. */
const EVERY_MS = 3_000;

/** What others say: one by name and text, several as a count. Nothing that was there before. */
function useOthersWords(rows: readonly ChatRow[], live: readonly string[]): string {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const latest = useLatest({ rows, live, t });
  useEffect(() => {
    let heard: Heard = new Map();
    const timer = setInterval(() => {
      const { rows: now, live: topics, t: say } = latest.current;
      const news = heardSince(now, heard);
      heard = heardIn(now, topics);
      const only = news.length === 1 ? news[0] : undefined;
      if (only) setWords(say('chat.heard', { name: only.message.author.name, text: only.message.text }));
      else if (news.length > 1) setWords(say('chat.heardMany', { count: news.length }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [latest]);
  return words;
}

/** What became of one's own words, at once: it is what one waits for. */
function useVerdict(own: readonly OwnMessage[]): string {
  const [before, setBefore] = useState(own);
  const [words, setWords] = useState('');
  const say = useFateWords();
  if (own !== before) {
    const verdict = verdictsSince(before, own).at(-1);
    setBefore(own);
    if (verdict) setWords(`${say(verdict)} · ${verdict.text}`);
  }
  return words;
}

const none: readonly OwnMessage[] = [];

/** Reads the room to who listens. It stands beside the log, whose rows come too fast to be read. */
export function ChatAnnouncer({ rows, views }: { rows: readonly ChatRow[]; views: readonly TopicView[] }) {
  const live = views.filter(({ status }) => status === 'live').map(({ topic }) => topic);
  const others = useOthersWords(rows, live);
  const verdict = useVerdict(views.find(({ own }) => own.length > 0)?.own ?? none);
  return (
    <>
      <p className="unseen" aria-live="polite">
        {others}
      </p>
      <p className="unseen" aria-live="assertive">
        {verdict}
      </p>
    </>
  );
}
