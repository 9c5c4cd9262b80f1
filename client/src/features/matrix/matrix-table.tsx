import type { MatrixTile } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { StateBadge } from '../../ui/state-badge.js';
import styles from './matrix-table.module.css';
import { type Column, sorted, type Sorting } from './matrix.rules.js';
import { breakable, faceOfTile, shortName } from './region-face.js';

const columns = ['region', 'state', 'start', 'viewers'] as const satisfies readonly Column[];

function Head({ column, order, turn }: { column: Column; order: Sorting; turn: () => void }) {
  const { t } = useWords();
  const isSorted = order.by === column;
  return (
    <th scope="col" aria-sort={isSorted ? (order.descending ? 'descending' : 'ascending') : 'none'} data-column={column}>
      <button type="button" onClick={turn}>
        {t(`matrix.column.${column}`)}
        <span aria-hidden="true">{isSorted ? (order.descending ? ' ▾' : ' ▴') : ''}</span>
      </button>
    </th>
  );
}

function Row({ tile }: { tile: MatrixTile }) {
  const { t, pick, clock, viewers, language } = useWords();
  const { channel, key, state, speciality } = tile;
  const name = breakable(pick(shortName(tile), tile.nameEn));
  const { session } = channel ?? {};
  return (
    <tr data-region={key}>
      <th scope="row">
        <span className={styles.region}>
          <ElementCell face={faceOfTile(tile)} size={28} />
          {tile.children > 0 ? <CampaignLink to={`/matrix/${key.toLowerCase()}`}>{name}</CampaignLink> : <span>{name}</span>}
        </span>
      </th>
      <td>
        <StateBadge state={state} late={channel?.late ?? false} />
      </td>
      <td>
        {channel && session ? (
          <Link to="/channels/$slug" params={{ slug: channel.slug }} lang="zh-CN">
            <span className={`num ${styles.time}`}>{clock(session.start)}</span> {session.title}
          </Link>
        ) : (
          <span className={styles.quiet} lang={speciality && !(language === 'en' && speciality.lineEn) ? 'zh-CN' : undefined}>
            {speciality ? pick(speciality.title, speciality.lineEn) : t('matrix.none')}
          </span>
        )}
      </td>
      <td className="num" data-column="viewers">
        {state === 'live' && channel ? viewers(channel.viewers) : '–'}
      </td>
    </tr>
  );
}

/** The list twin of the map: the same regions with the same states, as a table that sorts. */
export function MatrixTable({ tiles, caption }: { tiles: readonly MatrixTile[]; caption: string }) {
  const [order, setOrder] = useState<Sorting>({ by: 'region', descending: false });
  // Viewers are asked for from the top; everything else from the beginning.
  const turn = (by: Column) => setOrder((last) => ({ by, descending: last.by === by ? !last.descending : by === 'viewers' }));
  return (
    <div className={`panel ${styles.frame}`}>
      <table className={styles.table}>
        <caption className="unseen">{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <Head key={column} column={column} order={order} turn={() => turn(column)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(tiles, order).map((tile) => (
            <Row key={tile.key} tile={tile} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
