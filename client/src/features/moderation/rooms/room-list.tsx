import type { LiveState, QueueRoom, RoomMode } from '@yunhui/contracts';
import SlidersHorizontal from 'lucide-react/icons/sliders-horizontal';
import { memo, useMemo } from 'react';
import { ElementCell } from '../../../ui/element/element-cell.js';
import { nameIn } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import { StateGlyph } from '../../../ui/state-glyph.js';
import { useDesk } from '../desk.context.js';
import { HashCell } from '../list/hash-cell.js';
import { useModeWords } from '../modes/use-mode-words.js';
import { useModes } from '../modes/use-modes.js';
import { faceOfPlace, useDeskWords } from '../use-desk-words.js';
import styles from './room-list.module.css';

/** What the page knows of a channel beside its queue. */
export type StateOf = (slug: string) => LiveState | undefined;

type RoomRowProps = {
  room: QueueRoom;
  chosen: boolean;
  state: LiveState | undefined;
  mode: RoomMode | undefined;
  choose: (topic: string | undefined) => void;
};

const RoomRow = memo(function RoomRow({ room, chosen, state, mode, choose }: RoomRowProps) {
  const { t, place, viewers } = useDeskWords();
  const modeWords = useModeWords();
  const { open, decides } = useDesk();
  const face = faceOfPlace(room);
  const name = nameIn(place(room)).replace(/^#/, '');
  return (
    <li className={styles.row}>
      <button type="button" className={styles.room} aria-pressed={chosen} onClick={() => choose(chosen ? undefined : room.topic)}>
        {face ? <ElementCell face={face} size={28} /> : <HashCell />}
        <span className={styles.name}>
          <b>{name}</b>
          <small className="num">{mode ? modeWords(mode) : viewers(room.viewers)}</small>
        </span>
        {state ? (
          <>
            <StateGlyph state={state} />
            <span className="unseen">{t(`state.${state}`)}</span>
          </>
        ) : null}
        {room.held > 0 ? (
          <em className="num" data-high={room.high > 0 || undefined}>
            {room.held}
            <span className="unseen">{t('desk.room.held')}</span>
          </em>
        ) : null}
      </button>
      {decides ? (
        <button
          type="button"
          className={styles.mode}
          aria-label={t('modes.open', { name })}
          title={t('modes.open', { name })}
          aria-haspopup="dialog"
          onClick={() => open({ modeOf: room.topic, name })}
        >
          <SlidersHorizontal {...icon(16)} />
        </button>
      ) : null}
    </li>
  );
});

/** How the rooms take messages, as far as one may change it. */
function useRoomModes(rooms: readonly QueueRoom[]): ReadonlyMap<string, RoomMode> {
  const { data } = useModes(useMemo(() => rooms.map(({ topic }) => topic), [rooms]));
  return useMemo(() => new Map(data?.items.map(({ topic, room }) => [topic, room])), [data]);
}

type RoomListProps = {
  rooms: readonly QueueRoom[];
  chosen: string | undefined;
  stateOf: StateOf;
  choose: (topic: string | undefined) => void;
};

/** Rooms by risk, then the topics that are carried by many of them. The chosen one is all that the queue shows; chosen again it shows all. */
export function RoomList({ rooms, chosen, stateOf, choose }: RoomListProps) {
  const { t } = useDeskWords();
  const { decides } = useDesk();
  const modes = useRoomModes(decides ? rooms : []);
  const rowOf = (room: QueueRoom) => (
    <RoomRow
      key={room.topic}
      room={room}
      chosen={room.topic === chosen}
      state={room.channel && stateOf(room.channel.slug)}
      mode={modes.get(room.topic)}
      choose={choose}
    />
  );
  const hashtags = rooms.filter(({ hashtag }) => hashtag);
  return (
    <>
      <button type="button" className={styles.all} aria-pressed={chosen === undefined} onClick={() => choose(undefined)}>
        {t('desk.rooms.all')}
      </button>
      <h2 className={styles.caption}>{t('desk.rooms.byRisk')}</h2>
      <ul>{rooms.filter(({ hashtag }) => !hashtag).map(rowOf)}</ul>
      {hashtags.length > 0 ? <h2 className={styles.caption}>{t('nav.topics')}</h2> : null}
      <ul>{hashtags.map(rowOf)}</ul>
    </>
  );
}
