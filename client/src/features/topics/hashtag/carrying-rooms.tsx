import type { LobbyChannel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { ElementCell } from '../../../ui/element/element-cell.js';
import { faceOf, nameIn } from '../../../ui/element/face.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { inFirstOrder } from './first-order.js';
import styles from './voices.module.css';
import { useLiveChannels } from './use-hashtags.js';

const SHOWN_FIRST = 6;
/** As many as the hub lets one follow in a lobby. */
const MOST = 60;

function Room({ channel }: { channel: LobbyChannel }) {
  const { pick, viewers } = useWords();
  const { slug, title, titleEn, session, state, late } = channel;
  const watched = state === 'live' && channel.viewers > 0 ? viewers(channel.viewers) : undefined;
  return (
    <li>
      <Link to="/channels/$slug" params={{ slug }} className={styles.room}>
        <ElementCell face={faceOf(channel)} />
        <span>
          <b>{session?.title ?? pick(title, titleEn)}</b>
          <small>{watched ?? pick(nameIn(title), nameIn(titleEn))}</small>
        </span>
        <StateBadge state={state} late={late ?? false} />
      </Link>
    </li>
  );
}

/** The rooms where the topic is heard too, nearest to air first as they were when the page was opened; states change in place. */
export function CarryingRooms({ campaign, channels }: { campaign: string; channels: readonly LobbyChannel[] }) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const id = useId();
  const [first] = useState(() => channels.map(({ slug }) => slug));
  const ordered = inFirstOrder(channels, first);
  const shown = useLiveChannels(campaign, ordered.slice(0, all ? MOST : SHOWN_FIRST));
  return (
    <section className={styles.rooms} aria-labelledby={id}>
      <h2 id={id}>{t('topics.carriedBy')}</h2>
      <ul>
        {shown.map((channel) => (
          <Room key={channel.slug} channel={channel} />
        ))}
      </ul>
      {!all && channels.length > SHOWN_FIRST ? (
        <Button look="quiet" onClick={() => setAll(true)}>
          {t('topics.allRooms', { count: channels.length })}
        </Button>
      ) : null}
    </section>
  );
}
