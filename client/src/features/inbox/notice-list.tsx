import { Link } from '@tanstack/react-router';
import Inbox from 'lucide-react/icons/inbox';
import { useEffect } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import { Unreachable } from '../../ui/unreachable.js';
import styles from './notice-list.module.css';
import { useInbox, useReadNotices } from './use-inbox.js';

/** What one is told. To look at it is to read it; what was new stays marked until the page is left. */
export function NoticeList({ user }: { user: string }) {
  const { t, day, clock } = useWords();
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInbox(user);
  const { mutate: markRead } = useReadNotices(user);
  const newest = data?.pages[0]?.items[0];
  const unread = data?.pages[0]?.unread ?? 0;
  useEffect(() => {
    if (newest && unread > 0) markRead(newest.id);
  }, [newest, unread, markRead]);
  if (isPending) return <output className={styles.quiet}>{t('inbox.reading')}</output>;
  if (!data) return <Unreachable error={error} retry={() => void refetch()} />;
  const notices = data.pages.flatMap(({ items }) => items);
  if (notices.length === 0)
    return (
      <EmptyState icon={<Inbox {...icon(32)} />} title={t('inbox.empty.title')}>
        {t('inbox.empty.body')}
      </EmptyState>
    );
  return (
    <>
      <ol className={styles.list}>
        {notices.map(({ id, kind, title, path, at, read }) => (
          <li key={id} data-new={!read || undefined}>
            <p className={styles.what}>
              {read ? null : <b className={styles.new}>{t('inbox.unread')}</b>}
              {t(`inbox.kind.${kind}`)}
            </p>
            <Link to={path}>{title || t('inbox.untitled')}</Link>
            <time dateTime={at}>
              {day(Date.parse(at))} {clock(Date.parse(at))}
            </time>
          </li>
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('inbox.more')}
        </Button>
      ) : null}
    </>
  );
}
