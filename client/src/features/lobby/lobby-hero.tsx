import type { LobbyChannel } from '@yunhui/contracts';
import Telescope from 'lucide-react/icons/telescope';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { useMedia } from '../../platform/use-media.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import styles from './lobby-hero.module.css';
import { ProvinceMap } from './province-map.js';
import { type Preview, Stage } from './stage.js';
import type { Watch } from './use-in-view.js';
import type { LobbyView } from './use-lobby.js';

type LobbyHeroProps = { stage: LobbyChannel | undefined; view: LobbyView; watch: Watch; Preview: Preview; playing: boolean };

/** What the page begins with: the stage, or the place that is kept for it, and the map beside it, for which a phone has no room. */
export function LobbyHero({ stage, view, ...how }: LobbyHeroProps) {
  const { t } = useTranslation();
  const hasRoom = useMedia('(min-width: 768px)');
  return (
    <div className={styles.hero}>
      {stage ? (
        <Stage channel={stage} {...how} />
      ) : (
        <div className={styles.vacant}>
          <EmptyState icon={<Telescope {...icon(32)} />} title={t('lobby.noneLive')}>
            {t('lobby.noneLive.body')}
          </EmptyState>
        </div>
      )}
      {hasRoom ? <ProvinceMap tiles={[...view.tiles.values()]} /> : null}
    </div>
  );
}
