import { useWords } from '../../platform/i18n/use-words.js';
import styles from './unread-dot.module.css';
import { useInbox, useInboxHints } from './use-inbox.js';

/** A dot where something waits to be read; it is told of it at once, on whatever page. */
export function UnreadDot({ user }: { user: string }) {
  const { t } = useWords();
  const { data } = useInbox(user);
  useInboxHints(user);
  const unread = data?.pages[0]?.unread ?? 0;
  return unread === 0 ? null : (
    <output className={styles.dot}>
      <span className="unseen">{t('nav.unread', { count: unread })}</span>
    </output>
  );
}
