import Megaphone from 'lucide-react/icons/megaphone';
import X from 'lucide-react/icons/x';
import { useEffect, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import type { ChatRow, TellingRow } from './chat.rules.js';
import styles from './chat.module.css';

const SHOWN_MS = 12_000;

type Announced = Extract<TellingRow, { kind: 'announcement' }>;

const newestOf = (rows: readonly ChatRow[]): Announced | undefined => rows.findLast((row): row is Announced => row.kind === 'announcement');

/**
 * An announcement that comes while one is here lies over the upper end of the log for a while, wherever one reads; the
 * log keeps it. `here` is false until the room is known: what was announced before is no news.
 */
export function AnnouncementBanner({ rows, here }: { rows: readonly ChatRow[]; here: boolean }) {
  const { t } = useTranslation();
  const newest = newestOf(rows);
  const [seen, setSeen] = useState<string | null>();
  if (here && seen === undefined) setSeen(newest?.key ?? null);
  const news = seen !== undefined && newest && newest.key !== seen ? newest : undefined;
  const key = news?.key;

  useEffect(() => {
    if (!key) return undefined;
    const timer = setTimeout(() => setSeen(key), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [key]);
  return (
    <output className={styles.bannerPlace}>
      {news ? (
        <span className={styles.banner}>
          <Megaphone {...icon(18)} />
          <span>
            <b>{t('chat.announcement')}</b> {news.text}
          </span>
          <button type="button" aria-label={t('chat.announcementClose')} onClick={() => setSeen(news.key)}>
            <X {...icon(18)} />
          </button>
        </span>
      ) : null}
    </output>
  );
}
