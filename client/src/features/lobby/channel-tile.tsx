import type { LobbyChannel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { faceOf } from '../../ui/element/face.js';
import { StateGlyph } from '../../ui/state-glyph.js';
import styles from './channel-tile.module.css';
import type { Watch } from './use-in-view.js';
import { useTileWords } from './tile-words.js';

/** A channel that is not on: an element on a phone, an element with its next title where there is room. */
export function ChannelTile({ channel, watch }: { channel: LobbyChannel; watch: Watch }) {
  const { t, clock } = useWords();
  const words = useTileWords(channel);
  const face = faceOf(channel);
  const { session, state } = channel;
  const startOf = ({ start, movedFrom }: { start: number; movedFrom?: number | undefined }) =>
    movedFrom === undefined ? clock(start) : t('time.movedTo', { time: clock(start) });
  const line = session ? [words.title, words.reason].filter(Boolean).join(' · ') : t('lobby.nothingPlanned');
  return (
    <li ref={watch} data-slug={channel.slug}>
      <Link
        to="/channels/$slug"
        params={{ slug: channel.slug }}
        className={styles.tile}
        data-state={state}
        style={{ '--tone': face.tone } as CSSProperties}
      >
        <span className={styles.code} aria-hidden="true">
          {face.code}
        </span>
        <StateGlyph state={state} size={16} />
        <b aria-hidden="true" className={styles.symbol} data-letters={face.symbol.length}>
          {face.symbol}
        </b>
        <span className={styles.name}>{words.name}</span>
        <span className={styles.line} lang={session && 'zh-CN'}>
          {line}
        </span>
        <span className={styles.fact} key={`${state}${session?.start}`}>
          {state === 'scheduled' && session ? startOf(session) : words.state}
        </span>
      </Link>
    </li>
  );
}
