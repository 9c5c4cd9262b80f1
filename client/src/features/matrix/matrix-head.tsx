import LayoutGrid from 'lucide-react/icons/layout-grid';
import List from 'lucide-react/icons/list';
import { useWords } from '../../platform/i18n/use-words.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { icon } from '../../ui/icon.js';
import { countsOf } from './matrix.rules.js';
import styles from './matrix-head.module.css';
import { shortName } from './region-face.js';
import type { MatrixAddress } from './use-matrix-address.js';
import type { Level } from './use-matrix.js';

/** The way down from the country; the level one is on is the last. */
function Path({ path }: { path: Level['path'] }) {
  const { t, pick } = useWords();
  if (path.length < 2) return null;
  return (
    <nav aria-label={t('matrix.path')} className={styles.path}>
      <ol>
        {path.map((region, depth) => {
          const name = depth === 0 ? t('matrix.country') : pick(shortName(region), region.nameEn);
          const isHere = depth === path.length - 1;
          return (
            <li key={region.key}>
              {isHere ? (
                <span aria-current="page">{name}</span>
              ) : (
                <CampaignLink to={depth === 0 ? '/matrix' : `/matrix/${region.key.toLowerCase()}`} activeOptions={{ exact: true }}>
                  {name}
                </CampaignLink>
              )}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function Views({ address: { view, go } }: { address: MatrixAddress }) {
  const { t } = useWords();
  const views = [
    { key: 'map', Icon: LayoutGrid },
    { key: 'list', Icon: List },
  ] as const;
  return (
    <fieldset className={styles.views} aria-label={t('matrix.view')}>
      {views.map(({ key, Icon }) => (
        <button key={key} type="button" aria-pressed={view === key} onClick={() => go({ view: key })}>
          <Icon {...icon(18)} />
          {t(`matrix.view.${key}`)}
        </button>
      ))}
    </fieldset>
  );
}

/** Title, the sentence that counts, what is missing today, and map or list. */
export function MatrixHead({ level, address }: { level: Level; address: MatrixAddress }) {
  const { t } = useWords();
  const { all, live, content, missing } = countsOf(level.tiles);
  const isTop = level.path.length < 2;
  return (
    <header className={styles.head}>
      <div>
        <Path path={level.path} />
        <h1 className="song">{t(isTop ? 'matrix.slogan' : 'matrix.sloganBelow')}</h1>
        <p className="num">
          {t(isTop ? 'matrix.counts' : 'matrix.countsBelow', { all, live, content })}{' '}
          {missing > 0 ? (
            <button type="button" className={styles.missingCount} onClick={() => address.go({ missing: true })}>
              {t('matrix.missing', { count: missing })}
            </button>
          ) : (
            <span>{t('matrix.noneMissing')}</span>
          )}
        </p>
      </div>
      <Views address={address} />
    </header>
  );
}
