import type { Channel } from '@yunhui/contracts';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { useBecomeGuest, useViewer } from '../features/accounts/use-viewer.js';
import { About } from '../features/channels/about.js';
import { ChannelUnknown } from '../features/channels/channel-unknown.js';
import { Programme } from '../features/channels/programme.js';
import { TitleStrip, useChannelTitle } from '../features/channels/title-strip.js';
import { useChannel } from '../features/channels/use-channel.js';
import { LivePlayer } from '../features/streams/live-player.js';
import { LowDataButton } from '../features/streams/low-data-button.js';
import { Sources } from '../features/streams/sources.js';
import { NameForm } from '../features/topics/name-form.js';
import { RoomChat } from '../features/topics/room-chat.js';
import { refusalOf } from '../platform/http.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useMedia } from '../platform/use-media.js';
import { useVisibleHeight } from '../platform/use-visible-height.js';
import { Tabs } from '../ui/tabs.js';
import { Unreachable } from '../ui/unreachable.js';
import { RemindOf, ShareChannel } from './channel-actions.js';
import styles from './channel-page.module.css';

const tabKeys = ['chat', 'programme', 'about'] as const;

function Chat({ channel }: { channel: Channel }) {
  const { viewer } = useViewer();
  const becoming = useBecomeGuest();
  const naming = <NameForm take={becoming.mutate} busy={becoming.isPending} refused={refusalOf(becoming.error)} />;
  const { pick } = useWords();
  const [first] = channel.carries;
  const carried = first && { topic: first.topic, title: pick(first.title, first.titleEn) };
  return (
    <RoomChat
      key={channel.topic}
      topic={channel.topic}
      carried={carried}
      session={channel.current?.id}
      viewer={viewer}
      naming={naming}
    />
  );
}

/** On a phone chat, programme and story share one place. */
function PhoneTabs({ channel }: { channel: Channel }) {
  const { t } = useWords();
  const [chosen, choose] = useState<(typeof tabKeys)[number]>('chat');
  const tabs = tabKeys.map((key) => ({ key, label: t(`channel.tab.${key}`) }));
  return (
    <Tabs label={t('channel.tabs')} tabs={tabs} chosen={chosen} choose={choose}>
      {chosen === 'chat' ? <Chat channel={channel} /> : null}
      {chosen === 'programme' ? (
        <Programme channel={channel} actionFor={(session) => <RemindOf session={session} channel={channel} />} />
      ) : null}
      {chosen === 'about' ? <About channel={channel} /> : null}
    </Tabs>
  );
}

function Room({ channel }: { channel: Channel }) {
  const { t } = useWords();
  const wide = useMedia('(min-width: 1024px)');
  const title = useChannelTitle(channel);
  usePageTitle(title);
  useVisibleHeight();
  return (
    <div className={styles.room}>
      <div className={styles.stage}>
        <LivePlayer slug={channel.slug} />
        <TitleStrip channel={channel}>
          <ShareChannel channel={channel} title={title} />
          <LowDataButton />
        </TitleStrip>
        {wide ? <Programme channel={channel} actionFor={(session) => <RemindOf session={session} channel={channel} />} /> : null}
        {wide ? <Sources channel={channel} /> : null}
        {wide ? <About channel={channel} /> : null}
      </div>
      <div className={styles.rail}>
        {wide ? <h2 className={styles.railTitle}>{t('chat.title')}</h2> : null}
        {wide ? <Chat channel={channel} /> : <PhoneTabs channel={channel} />}
      </div>
    </div>
  );
}

/** A place that plays, with its room. */
export function ChannelPage() {
  const { t, refusal } = useWords();
  const { slug } = useParams({ from: '/channels/$slug' });
  const { channel, error, refetch } = useChannel(slug);
  if (channel) return <Room channel={channel} />;

  const refused = refusalOf(error);
  if (refused?.code === 'channel.unknown' || refused?.code === 'path.unknown') return <ChannelUnknown />;
  if (error)
    return (
      <div className="wrap">
        <Unreachable retry={() => void refetch()} reason={refused && refusal(refused)} />
      </div>
    );
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
