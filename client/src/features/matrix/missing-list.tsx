import type { MatrixTile } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { Sheet } from '../../ui/sheet.js';
import { liveNeighbour, missing } from './matrix.rules.js';
import styles from './matrix-head.module.css';
import { useTileWords } from './use-tile-words.js';

/** Which coverage targets have nothing today, each with what is on next door. */
export function MissingList({ tiles, close }: { tiles: readonly MatrixTile[]; close: () => void }) {
  const { t } = useTranslation();
  const wordsOf = useTileWords();
  return (
    <Sheet title={t('matrix.missing.title')} close={close}>
      <ul className={styles.missing}>
        {missing(tiles).map((tile) => {
          const near = liveNeighbour(tiles, tile);
          return (
            <li key={tile.key}>
              <b>{wordsOf(tile).name}</b>
              {near?.channel ? (
                <Link to="/channels/$slug" params={{ slug: near.channel.slug }}>
                  {t('matrix.missing.near', { name: wordsOf(near).name, item: wordsOf(near).item })}
                </Link>
              ) : (
                <span>{t('matrix.missing.none')}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
