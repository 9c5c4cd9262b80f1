import type { Channel } from '@yunhui/contracts';
import { useParams } from '@tanstack/react-router';
import MessageSquare from 'lucide-react/icons/message-square';
import PanelRightClose from 'lucide-react/icons/panel-right-close';
import { lazy, Suspense, useState } from 'react';
import { useBecomeGuest } from '../features/accounts/use-becoming.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { About } from '../features/channels/about.js';
import { Programme, ProgrammeStrip } from '../features/channels/programme.js';
import { TitleStrip, useChannelTitle } from '../features/channels/title-strip.js';
import { useChannel } from '../features/channels/use-channel.js';
import { LivePlayer } from '../features/streams/live-player.js';
import { LowDataButton } from '../features/streams/low-data-button.js';
import { Sources } from '../features/streams/sources.js';
import { NameForm } from '../features/topics/name-form.js';
import { RoomChat } from '../features/topics/room-chat.js';
import { refusalOf } from '../platform/http.js';
import { loadWords } from '../platform/i18n/index.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useMode } from '../platform/mode.js';
import { useMedia } from '../platform/use-media.js';
import { useVisibleHeight } from '../platform/use-visible-height.js';
import { icon } from '../ui/icon.js';
import { Tabs } from '../ui/tabs.js';
import { Unreachable } from '../ui/unreachable.js';
import { FollowChannel, RemindOf, ShareChannel } from './channel-actions.js';
import styles from './channel-page.module.css';
import { ModeratedTalk } from './moderated-talk.js';

const ElderRoom = lazy(async () => {
  const [room] = await Promise.all([import('./elder-room.js'), loadWords('elder')]);
  return { default: room.ElderRoom };
});

const ChannelUnknown = lazy(async () => ({ default: (await import('../features/channels/channel-unknown.js')).ChannelUnknown }));

function Chat({ channel }: { channel: Channel }) {
  const { viewer } = useViewer();
  const becoming = useBecomeGuest();
  const naming = <NameForm take={becoming.mutate} busy={becoming.isPending} refused={refusalOf(becoming.error)} />;
  const { pick } = useWords();
  const carries = channel.carries.map(({ topic, title, titleEn }) => ({ topic, title: pick(title, titleEn) }));
  return (
    <ModeratedTalk viewer={viewer} naming={naming}>
      <RoomChat key={channel.topic} topic={channel.topic} carries={carries} session={channel.current?.id} viewer={viewer} naming={naming} />
    </ModeratedTalk>
  );
}

type TabKey = 'chat' | 'programme' | 'about';

/** Chat, programme and story share one place. At a desk the story stands under the player. */
function RoomTabs({ channel, wide }: { channel: Channel; wide: boolean }) {
  const { t } = useWords();
  const [wanted, choose] = useState<TabKey>('chat');
  const keys: readonly TabKey[] = wide ? ['chat', 'programme'] : ['chat', 'programme', 'about'];
  const chosen = keys.includes(wanted) ? wanted : 'chat';
  return (
    <Tabs label={t('channel.tabs')} tabs={keys.map((key) => ({ key, label: t(`channel.tab.${key}`) }))} chosen={chosen} choose={choose}>
      {chosen === 'chat' ? <Chat channel={channel} /> : null}
      {chosen === 'programme' ? (
        <Programme channel={channel} actionFor={(session) => <RemindOf session={session} channel={channel} />} />
      ) : null}
      {chosen === 'about' ? (
        <>
          <Sources channel={channel} />
          <About channel={channel} />
        </>
      ) : null}
    </Tabs>
  );
}

/** At a desk there is room under the player for what runs next, the sources and the story. */
function UnderThePlayer({ channel }: { channel: Channel }) {
  return (
    <>
      <ProgrammeStrip channel={channel} actionFor={(session) => <RemindOf session={session} channel={channel} />} />
      <Sources channel={channel} />
      <About channel={channel} />
    </>
  );
}

/** On its side a phone shows the picture alone; the chat comes beside it when it is asked for. */
function ChatFold({ open, set }: { open: boolean; set: (open: boolean) => void }) {
  const { t } = useWords();
  return (
    <button type="button" className={styles.fold} aria-expanded={open} aria-controls="room-rail" onClick={() => set(!open)}>
      {open ? <PanelRightClose {...icon()} /> : <MessageSquare {...icon()} />}
      <span className="unseen">{t(open ? 'room.hideChat' : 'room.showChat')}</span>
    </button>
  );
}

function Room({ channel }: { channel: Channel }) {
  const wide = useMedia('(min-width: 1024px)');
  const onItsSide = useMedia('(max-width: 1023px) and (max-height: 520px) and (orientation: landscape)');
  const [chatOpen, setChatOpen] = useState(false);
  const title = useChannelTitle(channel);
  usePageTitle(title);
  useVisibleHeight();
  return (
    <div className={styles.room} data-folded={(onItsSide && !chatOpen) || undefined}>
      <div className={styles.stage}>
        <LivePlayer slug={channel.slug} />
        <TitleStrip channel={channel}>
          <FollowChannel channel={channel} />
          <ShareChannel channel={channel} title={title} />
          {wide ? <LowDataButton /> : null}
        </TitleStrip>
        {wide ? <UnderThePlayer channel={channel} /> : null}
        {onItsSide ? <ChatFold open={chatOpen} set={setChatOpen} /> : null}
      </div>
      <div className={styles.rail} id="room-rail">
        <RoomTabs channel={channel} wide={wide} />
      </div>
    </div>
  );
}

/** Keeps the place of the picture and the chat while they are on their way. */
function Blank() {
  const { t } = useWords();
  return (
    <div className={styles.room}>
      <div className={styles.stage}>
        <div className={styles.blank}>
          <output className="unseen">{t('channel.loading')}</output>
        </div>
      </div>
      <div className={styles.rail} />
    </div>
  );
}

/** A place that plays, with its room. */
export function ChannelPage() {
  const { slug } = useParams({ from: '/channels/$slug' });
  const { channel, error, refetch } = useChannel(slug);
  const elder = useMode() === 'elder';
  if (channel && !elder) return <Room channel={channel} />;
  if (channel)
    return (
      <Suspense fallback={<Blank />}>
        <ElderRoom channel={channel} />
      </Suspense>
    );

  const refused = refusalOf(error);
  if (refused?.code === 'channel.unknown' || refused?.code === 'path.unknown')
    return (
      <Suspense fallback={<Blank />}>
        <ChannelUnknown />
      </Suspense>
    );
  if (error)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void refetch()} />
      </div>
    );
  return <Blank />;
}
