import type { User } from '@yunhui/contracts';
import { useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ResumeBanner } from '../../platform/connection/resume-banner.js';
import { realtimeIfOpen, withRealtime } from '../../platform/realtime.js';
import { ChatAnnouncer } from './chat-announcer.js';
import { ChatLog } from './chat-log.js';
import styles from './chat.module.css';
import { Composer } from './composer.js';
import { useDraft } from './use-draft.js';
import { useComposerState, useRoom } from './use-room.js';

const TEXT_LIMIT = 500;

/** A room: what was said, and where one speaks. `naming` asks who one is, when nobody knows yet. */
export function RoomChat({
  topic,
  session,
  viewer,
  naming,
}: {
  topic: string;
  session: string | undefined;
  viewer: User | null | undefined;
  naming: ReactNode;
}) {
  const { t } = useTranslation();
  const { view, rows } = useRoom(topic, viewer);
  const state = useComposerState(view, viewer);
  const draft = useDraft(topic);
  const field = useRef<HTMLTextAreaElement>(null);

  const edit = (text: string) => {
    draft.write(text);
    field.current?.focus();
  };
  const send = (text: string) => void withRealtime((client) => void client.send({ topic, kind: 'chat', text, session }));
  const empty = view?.status === 'refused' ? 'chat.refused' : view?.status === 'live' ? 'chat.empty' : 'chat.joining';
  return (
    <section className={styles.chat} aria-label={t('chat.title')}>
      <ResumeBanner place="chat" />
      {rows.length === 0 ? <p className={styles.empty}>{t(empty)}</p> : null}
      <ChatLog topic={topic} rows={rows} edit={edit} />
      <ChatAnnouncer rows={rows} />
      {state.kind === 'nameless' ? (
        naming
      ) : (
        <Composer state={state} limit={realtimeIfOpen()?.hello?.limits.textChars ?? TEXT_LIMIT} draft={draft} field={field} send={send} />
      )}
    </section>
  );
}
