import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLatest } from '../../platform/use-latest.js';
import { heardSince, newestSeq, type ChatRow } from './chat.rules.js';

/** Often enough to follow, seldom enough to be listened to. */
const EVERY_MS = 3_000;

/** Reads new messages to who listens: one by name and text, several as a count. Nothing that was there before. */
export function ChatAnnouncer({ rows }: { rows: readonly ChatRow[] }) {
  const { t } = useTranslation();
  const [words, setWords] = useState('');
  const latest = useLatest({ rows, t });

  useEffect(() => {
    let heard: number | undefined;
    const timer = setInterval(() => {
      const { rows: now, t: say } = latest.current;
      if (now.length === 0) return;
      const news = heard === undefined ? [] : heardSince(now, heard);
      heard = newestSeq(now);
      const only = news.length === 1 ? news[0] : undefined;
      if (only) setWords(say('chat.heard', { name: only.message.author.name, text: only.message.text }));
      else if (news.length > 1) setWords(say('chat.heardMany', { count: news.length }));
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [latest]);

  return (
    <p className="unseen" aria-live="polite">
      {words}
    </p>
  );
}
