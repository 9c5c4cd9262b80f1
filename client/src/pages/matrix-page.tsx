import Telescope from 'lucide-react/icons/telescope';
import { useParams } from '@tanstack/react-router';
import { MatrixDetail } from '../features/matrix/matrix-detail.js';
import { MatrixGrid } from '../features/matrix/matrix-grid.js';
import { MatrixHead } from '../features/matrix/matrix-head.js';
import { MatrixKey } from '../features/matrix/matrix-key.js';
import { liveNeighbour } from '../features/matrix/matrix.rules.js';
import { MissingList } from '../features/matrix/missing-list.js';
import { MatrixTable } from '../features/matrix/matrix-table.js';
import { type MatrixAddress, useMatrixAddress } from '../features/matrix/use-matrix-address.js';
import { type Level, useMatrix } from '../features/matrix/use-matrix.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useMedia } from '../platform/use-media.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { EmptyState } from '../ui/empty-state.js';
import { icon } from '../ui/icon.js';
import { Sheet } from '../ui/sheet.js';
import { Unreachable } from '../ui/unreachable.js';
import styles from './matrix-page.module.css';

/** The map of a level with the chosen region beside it, below it on a tablet, in a sheet on a phone. */
function Map({ level, address }: { level: Level; address: MatrixAddress }) {
  const { t } = useWords();
  const narrow = useMedia('(max-width: 767px)');
  const { tiles } = level;
  const chosen = tiles.find(({ key }) => key === address.at);
  // A desk always shows one: what is on now, first.
  const shown = chosen ?? (narrow ? undefined : (tiles.find(({ state }) => state === 'live') ?? tiles[0]));
  const select = (at: string | undefined) => address.go({ at });
  const byBearing = !narrow && tiles.some(({ at }) => at !== undefined);
  return (
    <div className={styles.map}>
      <div className={styles.tiles} data-bearing={byBearing || undefined}>
        <MatrixGrid tiles={tiles} selected={shown?.key} select={select} />
        <MatrixKey byBearing={byBearing} />
      </div>
      {shown && !narrow ? <MatrixDetail key={shown.key} tile={shown} near={liveNeighbour(tiles, shown)} /> : null}
      {shown && narrow ? (
        <Sheet title={t('matrix.detail')} close={() => select(undefined)}>
          <MatrixDetail tile={shown} near={liveNeighbour(tiles, shown)} levelled="h3" />
        </Sheet>
      ) : null}
    </div>
  );
}

function Tiles({ level, address }: { level: Level; address: MatrixAddress }) {
  const { t } = useWords();
  if (level.tiles.length === 0)
    return (
      <EmptyState icon={<Telescope {...icon(32)} />} title={t('matrix.nothing.title')}>
        {t('matrix.nothing.body')}
      </EmptyState>
    );
  if (address.view === 'list') return <MatrixTable tiles={level.tiles} caption={t('matrix.table')} />;
  return <Map level={level} address={address} />;
}

/** 一省一品一直播: every region of a level in its fixed place, with what it has and what is on. */
export function MatrixPage() {
  const { t } = useWords();
  const campaign = useCampaignSlug();
  const region = useParams({ strict: false, select: (params) => params.region });
  const { level, error, retry } = useMatrix(campaign, region);
  const address = useMatrixAddress();
  usePageTitle(t('matrix.title'));

  if (error && !level)
    return (
      <div className="wrap">
        <Unreachable error={error} retry={() => void retry()} />
      </div>
    );
  return (
    <div className={`wrap ${styles.page}`}>
      {level ? (
        <>
          <MatrixHead level={level} address={address} />
          <Tiles level={level} address={address} />
          {address.missing ? <MissingList tiles={level.tiles} close={() => address.go({ missing: false })} /> : null}
          <ResumeBanner place="page" />
        </>
      ) : (
        <div className={styles.blank}>
          <h1 className="unseen">{t('matrix.title')}</h1>
          <output className="unseen">{t('matrix.loading')}</output>
        </div>
      )}
    </div>
  );
}
