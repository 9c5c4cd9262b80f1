import type { LobbyChannel } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { ChannelTile } from '../features/lobby/channel-tile.js';
import { LiveCard } from '../features/lobby/live-card.js';
import type { Section } from '../features/lobby/lobby.rules.js';
import type { Watch } from '../features/lobby/use-in-view.js';
import { RemindButton } from '../features/reminders/remind-button.js';
import { remindableTile } from '../features/reminders/remindable.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import styles from './lobby-sections.module.css';

type ListProps = { tiles: readonly LobbyChannel[]; watch: Watch };
type TitledProps = { name: Section | 'followed'; title: string; hint: string | undefined; children: ReactNode };

export const idOf = (name: TitledProps['name']): string => `lobby-${name}`;

/** A part of the lobby under its heading. */
export function Titled({ name, title, hint, children }: TitledProps) {
  return (
    <section id={idOf(name)} className={styles.section}>
      <div className={styles.heading}>
        <h2>{title}</h2>
        {hint ? <p>{hint}</p> : null}
      </div>
      {children}
    </section>
  );
}

/** Offers to remind of what a card shows next. */
function useTileAction(): (tile: LobbyChannel) => ReactNode {
  const campaign = useCampaignSlug();
  return (tile) => {
    const session = remindableTile(tile, campaign);
    return session ? <RemindButton session={session} look="icon" /> : null;
  };
}

/** Channels with their plates. */
export function Cards({ tiles, watch }: ListProps) {
  const actionOf = useTileAction();
  return (
    <div className={styles.cards}>
      {tiles.map((tile) => (
        <LiveCard key={tile.slug} channel={tile} watch={watch} action={actionOf(tile)} />
      ))}
    </div>
  );
}

/** Channels as elements. */
export function Tiles({ tiles, watch }: ListProps) {
  return (
    <ul className={styles.tiles}>
      {tiles.map((tile) => (
        <ChannelTile key={tile.slug} channel={tile} watch={watch} />
      ))}
    </ul>
  );
}
