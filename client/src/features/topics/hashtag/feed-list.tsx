import Megaphone from 'lucide-react/icons/megaphone';
import { memo, type RefObject } from 'react';
import { useHubNow } from '../../../platform/clock.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { icon } from '../../../ui/icon.js';
import { isAnswered, type FeedItem, type Post } from './feed-items.js';
import styles from './feed.module.css';
import { NowProvider } from './now.context.js';
import { PostWords } from './post-words.js';

/** "A few minutes ago" need not be newer than this. */
const TIMES_EACH_MS = 30_000;

/** Drawn again when something of it changed, not with each word in the topic. */
const PostCard = memo(function PostCard({ post, found }: { post: Post; found: boolean }) {
  return (
    <li className={styles.post} data-key={post.key} data-found={found || undefined} tabIndex={-1}>
      <PostWords row={post.row} quoted answered={isAnswered(post)} />
      {post.answers.length > 0 ? (
        <ol className={styles.answers}>
          {post.answers.map((row) => (
            <li key={row.key} data-key={row.key} tabIndex={-1}>
              <PostWords row={row} small />
            </li>
          ))}
        </ol>
      ) : null}
    </li>
  );
});

/** The posts, newest first. */
export function FeedList({
  items,
  list,
  found,
}: {
  items: readonly FeedItem[];
  list: RefObject<HTMLOListElement | null>;
  found: string | undefined;
}) {
  const { t } = useWords();
  const now = useHubNow(TIMES_EACH_MS);
  return (
    <NowProvider value={now}>
      <ol ref={list} className={styles.feed} aria-label={t('topics.feed')}>
        {items.map((item) =>
          item.kind === 'post' ? (
            <PostCard key={item.key} post={item} found={item.key === found} />
          ) : (
            <li key={item.key} className={styles.announcement} data-key={item.key} tabIndex={-1}>
              <Megaphone {...icon(18)} />
              <p>
                <b>{t('chat.announcement')}</b> {item.text}
              </p>
            </li>
          ),
        )}
      </ol>
    </NowProvider>
  );
}
