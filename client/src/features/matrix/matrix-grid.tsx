import type { MatrixTile as Tile } from '@yunhui/contracts';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { byInitial, neighbour } from './matrix.rules.js';
import styles from './matrix-grid.module.css';
import { MatrixTile } from './matrix-tile.js';

type Props = { tiles: readonly Tile[]; selected: string | undefined; select: (region: string | undefined) => void };

/** Which tile a key leads to, by where the tiles stand on this screen. */
function leadsTo(event: KeyboardEvent, tiles: readonly Tile[], cells: ReadonlyMap<string, HTMLElement>, from: string): string | undefined {
  if (event.key === 'Home') return tiles[0]?.key;
  if (event.key === 'End') return tiles.at(-1)?.key;
  if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) return byInitial(tiles, from, event.key);
  const standing = [...cells].map(([key, cell]) => {
    const { left, top, width, height } = cell.getBoundingClientRect();
    return { key, x: left + width / 2, y: top + height / 2 };
  });
  return neighbour(standing, from, event.key);
}

/** The tiles of a level: by bearing where they have places, else wrapped in order. One stop of Tab; arrows go by what one sees. */
export function MatrixGrid({ tiles, selected, select }: Props) {
  const { t } = useTranslation();
  const cells = useRef(new Map<string, HTMLElement>());
  const [wanted, setWanted] = useState<string>();
  const stop = [wanted, selected].find((key) => tiles.some((tile) => tile.key === key)) ?? tiles[0]?.key;
  const pressed = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && selected) select(undefined);
    const next = stop && leadsTo(event, tiles, cells.current, stop);
    if (!next) return;
    event.preventDefault();
    setWanted(next);
    cells.current.get(next)?.focus();
  };
  const placed = tiles.some(({ at }) => at);
  return (
    // The keys are those of the tiles inside; the list itself takes no focus.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ol className={placed ? styles.map : styles.cells} aria-label={t(placed ? 'matrix.grid' : 'matrix.cells')} onKeyDown={pressed}>
      {tiles.map((tile) => (
        <MatrixTile
          key={tile.key}
          tile={tile}
          selected={tile.key === selected}
          reachable={tile.key === stop}
          select={() => {
            setWanted(tile.key);
            select(tile.key);
          }}
          cell={(element) => {
            if (element) cells.current.set(tile.key, element);
            return () => void cells.current.delete(tile.key);
          }}
        />
      ))}
    </ol>
  );
}
