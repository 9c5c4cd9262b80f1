import type { LobbyChannel } from '@yunhui/contracts';
import Square from 'lucide-react/icons/square';
import { type ComponentType, Suspense, useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import { LiveCard } from './live-card.js';
import styles from './stage.module.css';
import type { Watch } from './use-in-view.js';
import { useStagePreview } from './use-stage-preview.js';

/** What shows a channel's picture without sound; `shown` is told whether there is one to see. */
export type Preview = ComponentType<{ slug: string; shown: (moves: boolean) => void }>;

type StageProps = {
  channel: LobbyChannel;
  watch: Watch;
  Preview: Preview;
  /** Something plays already, in the corner: its picture is the one that decodes. */
  playing: boolean;
};

/** The first of the page, with its picture for who looks at it. Whatever moves can be stopped. */
export function Stage({ channel, watch, Preview, playing }: StageProps) {
  const { t } = useTranslation();
  const [moves, setMoves] = useState(false);
  const { frame, on, stop } = useStagePreview(channel.state === 'live' && !playing);
  return (
    <div ref={frame} className={styles.stage}>
      <LiveCard
        channel={channel}
        stage
        watch={watch}
        picture={
          on ? (
            <Suspense>
              <Preview key={channel.slug} slug={channel.slug} shown={setMoves} />
            </Suspense>
          ) : null
        }
      />
      {on && moves ? (
        <button type="button" className={styles.stop} onClick={stop}>
          <span>
            <Square {...icon(14)} fill="currentColor" />
            {t('lobby.preview.stop')}
          </span>
        </button>
      ) : null}
    </div>
  );
}
