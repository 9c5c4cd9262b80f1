import type { User } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { ResumeBanner } from '../../platform/connection/resume-banner.js';
import { useConnection } from '../../platform/realtime.js';
import { AnnouncementBanner } from './announcement-banner.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { RoomActionsProvider } from './chat.context.js';
import { ChatLog } from './chat-log.js';
import styles from './chat.module.css';
import { Composer } from './composer/composer.js';
import { noteBeside } from './composer/composer.rules.js';
import { ModeNote } from './composer/mode-note.js';
import { modeIn } from './composer/mode.rules.js';
import { useComposerState, useIsBanned } from './composer/use-composer-state.js';
import { pinnedIn, type Carried, type Filter } from './conversation.rules.js';
import { PinnedStrip } from './pinned-strip.js';
import { PlaceSwitch } from './place-switch.js';
import { ReactionBar } from './reactions/reaction-bar.js';
import { useRoom } from './use-room.js';

const none: readonly Carried[] = [];

/**
 * A room: what was said, and where one speaks. Of the campaign-wide topics it `carries` one is heard here too, the one
 * that was turned to last; `naming` asks who one is, when nobody knows yet. Without a picture (`overPicture`) nothing is said as danmaku.
 */
export function RoomChat({
  topic,
  carries = none,
  session,
  viewer,
  naming,
  overPicture = true,
}: {
  topic: string;
  carries?: readonly Carried[];
  session: string | undefined;
  viewer: User | null | undefined;
  naming: ReactNode;
  overPicture?: boolean;
}) {
  const { t } = useTranslation();
  const room = useRoom({ topic, carries, session, me: viewer?.id });
  const { conversation, carried, filter, speaking } = room;
  const { rows } = conversation;
  const { state, mode } = useComposerState(speaking.view, viewer);
  const inForce = modeIn(speaking.view);
  // One may still speak in a carried topic: reactions are this room's.
  const isBannedHere = useIsBanned(conversation.room, viewer);
  const connected = useConnection().status === 'connected';
  const pinned = pinnedIn(conversation.room);

  const { status } = conversation.room ?? {};
  const empty = status === 'refused' ? 'chat.refused' : status === 'live' ? 'chat.empty' : 'chat.joining';
  const places = [{ key: topic, label: t('chat.place.room') }, ...carries.map(({ topic: key, title }) => ({ key, label: `#${title}` }))];
  return (
    <RoomActionsProvider value={room.actions}>
      <section className={styles.chat} aria-label={t('chat.title')}>
        {pinned ? <PinnedStrip key={pinned.seq} topic={topic} pinned={pinned} /> : null}
        {carried ? (
          <PlaceSwitch<Filter>
            legend={t('chat.filter')}
            places={[{ key: 'all', label: t('chat.place.all') }, ...places]}
            chosen={filter.chosen}
            choose={filter.choose}
          />
        ) : null}
        <ResumeBanner place="chat" />
        <AnnouncementBanner rows={rows} here={status === 'live'} />
        {rows.length === 0 ? <p className={styles.empty}>{t(empty)}</p> : null}
        <ChatLog rows={rows} older={conversation.older} carried={carried} found={room.found} forgetFound={room.forgetFound} />
        {isBannedHere ? null : <ReactionBar topic={topic} />}
        <ChatAnnouncer rows={rows} views={conversation.shown} />
        <ModeNote mode={noteBeside(inForce, state)} />
        {state.kind === 'nameless' ? (
          naming
        ) : (
          <div className={styles.speaking}>
            {carried && state.kind !== 'asking' ? (
              <PlaceSwitch legend={t('composer.place')} places={places} chosen={speaking.topic} choose={speaking.choose} />
            ) : null}
            <Composer
              topic={speaking.topic}
              state={state}
              mode={mode}
              draft={room.draft}
              field={room.field}
              send={speaking.send}
              danmaku={overPicture && speaking.topic === topic ? speaking.danmaku : undefined}
              reply={speaking.reply}
              queued={!connected}
            />
          </div>
        )}
      </section>
    </RoomActionsProvider>
  );
}
