import type { LinkHistory as History } from '@yunhui/contracts';
import { useState } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './hosting.module.css';
import { useLinkHistory } from './use-hosted-sessions.js';

type Item = History['items'][number];

/** What was said of a link over time: a strip, and the same in words under it. */
export function LinkHistory({ link }: { link: string }) {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const { data, error } = useLinkHistory(link, isOpen);
  return (
    <details className={styles.history} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('hosting.history.title')}</summary>
      {error ? <p role="alert">{t('hosting.history.unread')}</p> : null}
      {data?.viewers ? <p>{t('hosting.history.viewers', { playing: data.viewers.playing, failing: data.viewers.failing })}</p> : null}
      {data?.items.length === 0 ? <p>{t('hosting.history.empty')}</p> : null}
      {data && data.items.length > 0 ? <Shown items={data.items} /> : null}
    </details>
  );
}

function Shown({ items }: { items: readonly Item[] }) {
  const { t, pick, day, clock } = useWords();
  return (
    <>
      <Strip items={items} />
      <ol>
        {items.map((item) => (
          <li key={item.at}>
            <time dateTime={item.at}>{`${day(Date.parse(item.at))} ${clock(Date.parse(item.at))}`}</time>{' '}
            {t(`hosting.health.${item.health}`)}：{pick(item.finding.says.zh, item.finding.says.en)}
          </li>
        ))}
      </ol>
    </>
  );
}

/** Newest at the right; each state as long as it lasted. Colour and height say the same. */
function Strip({ items }: { items: readonly Item[] }) {
  const { t } = useWords();
  const [now] = useState(hubNow);
  const oldestFirst = items.toReversed();
  const first = Date.parse(oldestFirst[0]?.at ?? '');
  const last = Math.max(now, Date.parse(items[0]?.at ?? ''));
  const place = (at: number): number => (last === first ? 0 : ((at - first) / (last - first)) * 100);
  return (
    <svg
      className={styles.strip}
      viewBox="0 0 100 12"
      preserveAspectRatio="none"
      role="img"
      aria-label={t('hosting.history.label', { count: items.length })}
    >
      {oldestFirst.map(({ at, health }, index) => {
        const [from, until] = [place(Date.parse(at)), place(Date.parse(oldestFirst[index + 1]?.at ?? new Date(last).toISOString()))];
        const height = health === 'ok' ? 12 : health === 'down' ? 4 : 8;
        return <rect key={at} x={from} y={12 - height} width={Math.max(0.5, until - from)} height={height} data-health={health} />;
      })}
    </svg>
  );
}
