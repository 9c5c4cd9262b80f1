import type { LobbyChannel, SearchHit } from '@yunhui/contracts';
import History from 'lucide-react/icons/history';
import X from 'lucide-react/icons/x';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import { HitRow } from './hit-row.js';
import styles from './search.module.css';

/** Recent searches of this device. Each can be taken away, and all at once. */
export function RecentSearches({
  recent,
  search,
  drop,
  clear,
}: {
  recent: readonly string[];
  search: (text: string) => void;
  drop: (text: string) => void;
  clear: () => void;
}) {
  const { t } = useWords();
  if (recent.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="recent">
      <div className={styles.head}>
        <h2 id="recent">{t('search.recent')}</h2>
        <button type="button" className={styles.clear} onClick={clear}>
          {t('search.recent.clear')}
        </button>
      </div>
      <ul className={styles.recent}>
        {recent.map((text) => (
          <li key={text}>
            <button type="button" data-hit onClick={() => search(text)}>
              <History {...icon(16)} />
              {text}
            </button>
            <button type="button" aria-label={t('search.recent.drop', { text })} onClick={() => drop(text)}>
              <X {...icon(16)} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What is live is no search that one would remember. */
const nothing = (): void => undefined;

/** What is live, for who has not typed yet, under the hint what may be typed. */
export function LiveNow({ channels }: { channels: readonly LobbyChannel[] }) {
  const { t, pick } = useWords();
  if (channels.length === 0) return null;
  return (
    <section className={styles.group} aria-labelledby="live-now">
      <h2 id="live-now">{t('search.liveNow')}</h2>
      <ul className={`panel ${styles.list}`}>
        {channels.map(({ slug, title: channelTitle, titleEn, session, region, state, host, sample }) => {
          const subtitle = host ?? pick(channelTitle, titleEn);
          const title = session ? { title: session.title } : { title: channelTitle, titleEn };
          const hit: SearchHit = { kind: 'channel', id: slug, ...title, channel: slug, region, state, subtitle, sample, marks: [] };
          return <HitRow key={slug} hit={hit} opened={nothing} />;
        })}
      </ul>
    </section>
  );
}
