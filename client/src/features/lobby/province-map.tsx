import type { LobbyChannel } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { provinces } from '../../ui/element/elements.js';
import { StateGlyph } from '../../ui/state-glyph.js';
import { StateKey } from '../../ui/state-key.js';
import styles from './province-map.module.css';
import { useTileWords } from './tile-words.js';

const keyStates = ['live', 'due', 'interrupted', 'replay'] as const;

function MapTile({ channel, symbol, tone }: { channel: LobbyChannel; symbol: string; tone: string }) {
  const { t } = useWords();
  const words = useTileWords(channel);
  return (
    <Link
      to="/channels/$slug"
      params={{ slug: channel.slug }}
      className={styles.tile}
      data-state={channel.state}
      style={{ '--tone': tone } as CSSProperties}
    >
      <b aria-hidden="true">{symbol}</b>
      <span className="unseen">{t('lobby.tile', words)}</span>
      {channel.state === 'scheduled' ? null : <StateGlyph state={channel.state} size={12} />}
    </Link>
  );
}

/** 一省一品一直播 as a schematic by bearing: every province-level unit in its fixed place, lit by its plate when live. */
export function ProvinceMap({ tiles }: { tiles: readonly LobbyChannel[] }) {
  const { t } = useWords();
  const byRegion = new Map(tiles.filter(({ roundTheClock }) => !roundTheClock).map((tile) => [tile.region, tile]));
  return (
    <section className={`panel ${styles.map}`} aria-labelledby="province-map">
      <div className={styles.head}>
        <h2 id="province-map">{t('lobby.map')}</h2>
        <span>{t('lobby.mapKind')}</span>
        <CampaignLink to="/matrix">{t('lobby.toMatrix')}</CampaignLink>
      </div>
      <ol className={styles.grid}>
        {provinces.map(({ key, symbol, tone, col, row }) => {
          const channel = byRegion.get(key);
          return (
            <li key={key} style={{ gridColumn: col + 1, gridRow: row + 1 }}>
              {channel ? (
                <MapTile channel={channel} symbol={symbol} tone={tone} />
              ) : (
                <span className={styles.tile} data-state="none">
                  <b>{symbol}</b>
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className={styles.key}>
        <StateKey
          states={keyStates}
          counts={(state) => tiles.filter((tile) => tile.state === state && byRegion.get(tile.region) === tile).length}
        />
      </div>
    </section>
  );
}
