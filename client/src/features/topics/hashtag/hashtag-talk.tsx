import type { User } from '@yunhui/contracts';
import ArrowUp from 'lucide-react/icons/arrow-up';
import Telescope from 'lucide-react/icons/telescope';
import { type ReactNode, useRef } from 'react';
import { useConnection } from '../../../platform/realtime.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { EmptyState } from '../../../ui/empty-state.js';
import { provinceOf } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import { ChatAnnouncer } from '../chat-announcer.js';
import { RoomActionsProvider } from '../chat.context.js';
import { Composer } from '../composer/composer.js';
import { noteBeside } from '../composer/composer.rules.js';
import { ModeNote } from '../composer/mode-note.js';
import { modeIn } from '../composer/mode.rules.js';
import { useComposerState } from '../composer/use-composer-state.js';
import { pinnedIn } from '../conversation.rules.js';
import { PinnedStrip } from '../pinned-strip.js';
import { OwnRow } from '../rows/own-row.js';
import { FeedFilters } from './feed-filters.js';
import { FeedList } from './feed-list.js';
import type { FeedFilter } from './feed-items.js';
import styles from './feed.module.css';
import { useFeed, type Feed } from './use-feed.js';
import { WhoAmI } from './who-am-i.js';

type Naming = (guest?: { viewer: User; close: () => void }) => ReactNode;

/** Where one speaks: who one is, the words, and what became of one's own. */
function Ask({ feed, viewer, naming }: { feed: Feed; viewer: User | null | undefined; naming: Naming }) {
  const { state, mode } = useComposerState(feed.speaking.view, viewer);
  const inForce = modeIn(feed.speaking.view);
  const connected = useConnection().status === 'connected';
  return (
    <div className={styles.ask}>
      {viewer ? <WhoAmI viewer={viewer} renaming={(close) => naming({ viewer, close })} /> : null}
      <ModeNote mode={noteBeside(inForce, state)} />
      {state.kind === 'nameless' ? (
        naming()
      ) : (
        <Composer
          topic={feed.speaking.topic}
          state={state}
          mode={mode}
          draft={feed.draft}
          field={feed.field}
          send={feed.speaking.send}
          danmaku={undefined}
          reply={feed.speaking.reply}
          queued={!connected}
        />
      )}
    </div>
  );
}

/** One's own that others do not see (yet). */
function OwnPosts({ feed }: { feed: Feed }) {
  const own = feed.view?.own ?? [];
  if (!feed.view || own.length === 0) return null;
  return (
    <ol className={styles.own}>
      {own.map((mine) => (
        <OwnRow key={mine.id} topic={feed.view?.topic ?? ''} own={mine} tag={undefined} />
      ))}
    </ol>
  );
}

function NothingHere({ feed, filter, go }: { feed: Feed; filter: FeedFilter; go: (filter: FeedFilter) => void }) {
  const { t, pick } = useWords();
  const province = filter.region && provinceOf(filter.region);
  if (feed.view?.status === 'refused') return <p className={styles.waiting}>{t('chat.refused')}</p>;
  if (!feed.known) return <p className={styles.waiting}>{t('topics.joining')}</p>;
  if (!province && !filter.answered)
    return (
      <EmptyState icon={<Telescope {...icon(32)} />} title={t('topics.empty.title')}>
        {t('topics.empty.body')}
      </EmptyState>
    );
  return (
    <EmptyState
      icon={<Telescope {...icon(32)} />}
      title={province ? t('topics.noneFrom', { region: pick(province.name, province.nameEn) }) : t('topics.noneAnswered')}
      action={<Button onClick={() => go({ answered: false })}>{t('topics.dropFilters')}</Button>}
    >
      {t('topics.noneFrom.body')}
    </EmptyState>
  );
}

function Earlier({ feed }: { feed: Feed }) {
  const { t } = useWords();
  const { from, state, load } = feed.older;
  if (!from) return <p className={styles.end}>{t('topics.beginning')}</p>;
  const words = { more: 'topics.earlier', loading: 'topics.earlierLoading', failed: 'topics.earlierFailed' } as const;
  return (
    <Button look="quiet" disabled={state === 'loading'} onClick={() => void load(from)}>
      {t(words[state])}
    </Button>
  );
}

type Props = {
  topic: string;
  viewer: User | null | undefined;
  /** Asks who one is; or, of a guest, who else they want to be. */
  naming: Naming;
  filter: FeedFilter;
  go: (filter: FeedFilter) => void;
  /** What stands between asking and the feed where there is no room beside it. */
  between?: ReactNode;
};

/** A campaign-wide topic: one asks, others answer. What comes in waits on a chip, so the reader's place never moves. */
export function HashtagTalk({ topic, viewer, naming, filter, go, between }: Props) {
  const { t } = useWords();
  const feed = useFeed({ topic, me: viewer?.id, filter });
  const top = useRef<HTMLDivElement>(null);
  const pinned = pinnedIn(feed.view);
  const showNew = () => {
    feed.lookAgain();
    top.current?.scrollIntoView({ block: 'start' });
    top.current?.focus({ preventScroll: true });
  };
  return (
    <RoomActionsProvider value={feed.actions}>
      <Ask feed={feed} viewer={viewer} naming={naming} />
      <OwnPosts feed={feed} />
      {between}
      <div ref={top} tabIndex={-1} className={styles.top} />
      <div className={styles.bar}>
        <FeedFilters filter={filter} go={go} />
        {feed.waiting > 0 ? (
          <button type="button" className={styles.chip} onClick={showNew}>
            <ArrowUp {...icon(18)} />
            {t('topics.newPosts', { count: feed.waiting })}
          </button>
        ) : null}
      </div>
      {pinned ? (
        <div className={styles.pinned}>
          <PinnedStrip key={pinned.seq} topic={topic} pinned={pinned} />
        </div>
      ) : null}
      {feed.items.length > 0 ? (
        <FeedList items={feed.items} list={feed.list} found={feed.found} />
      ) : (
        <NothingHere feed={feed} filter={filter} go={go} />
      )}
      {feed.known ? <Earlier feed={feed} /> : null}
      <ChatAnnouncer rows={feed.conversation.rows} views={feed.conversation.views} />
    </RoomActionsProvider>
  );
}
