import type { MatrixTile as Tile } from '@yunhui/contracts';
import type { CSSProperties, RefCallback } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { faceOf } from '../../ui/element/face.js';
import { Plate } from '../../ui/plate.js';
import { StateGlyph } from '../../ui/state-glyph.js';
import { useStill } from '../../ui/use-still.js';
import styles from './matrix-grid.module.css';
import { breakable } from './region-face.js';
import { useTileWords } from './use-tile-words.js';

/** 52 for a province, 5203 for a city; 兵团 and zones have their own key. */
const shortCode = ({ code, key }: Tile): string => code?.replace(/(00)+$/, '') ?? key.slice(0, 4);

type Props = { tile: Tile; selected: boolean; reachable: boolean; select: () => void; cell: RefCallback<HTMLButtonElement> };

/** One region, named in whole words: what is drawn abbreviates them. A live one is lit by its plate; a change of state cross-fades in place, and nothing moves. */
export function MatrixTile({ tile, selected, reachable, select, cell }: Props) {
  const { t } = useTranslation();
  const words = useTileWords()(tile);
  const place = tile.at && ({ '--col': tile.at.col + 1, '--row': tile.at.row + 1 } as CSSProperties);
  const still = useStill(tile.channel?.still);
  const face = faceOf({ slug: tile.channel?.slug ?? tile.key, region: tile.key, title: tile.name });
  return (
    <li style={place} data-placed={tile.at ? '' : undefined}>
      <button
        ref={cell}
        type="button"
        className={styles.tile}
        data-state={tile.state}
        data-region={tile.key}
        aria-pressed={selected}
        tabIndex={reachable ? 0 : -1}
        onClick={select}
      >
        <span className="unseen">{t('matrix.tile', { name: words.name, state: words.state, item: words.item })}</span>
        <span className={styles.art} data-on={tile.state === 'live' || undefined}>
          {tile.state === 'live' ? <Plate face={face} still={still} /> : null}
        </span>
        <span className={styles.code} aria-hidden>
          {shortCode(tile)}
          <StateGlyph state={tile.state} size={16} />
        </span>
        <b data-letters={words.symbol.length} aria-hidden>
          {words.symbol}
        </b>
        <span className={styles.name} aria-hidden>
          {words.name === words.symbol ? null : breakable(words.name)}
        </span>
        <span className={styles.item} aria-hidden>
          {words.item}
        </span>
      </button>
    </li>
  );
}
