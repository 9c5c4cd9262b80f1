import { useTranslation } from '../platform/i18n/use-translation.js';
import { useChannelTitle } from '../features/channels/title-strip.js';
import { useChannel } from '../features/channels/use-channel.js';
import { PlayerPlace } from '../features/streams/player-corner.js';
import { PlayerStage } from '../features/streams/player-stage.js';
import { usePlaying } from '../features/streams/playing.js';
import { DanmakuControls } from '../features/topics/danmaku/danmaku-controls.js';
import { OverPicture } from '../features/topics/over-picture.js';
import type { Channel, Still } from '@yunhui/contracts';
import { RemindOf } from './channel-actions.js';
import { ReportStream } from './report-stream.js';

type StageProps = { channel: Channel; still: Still | undefined; corner: boolean; refresh: () => void };

function PlayingStage({ channel, still, corner, refresh }: StageProps) {
  const title = useChannelTitle(channel);
  return (
    <PlayerStage
      channel={channel}
      title={title}
      still={still}
      corner={corner}
      refresh={refresh}
      overlay={corner ? null : <OverPicture topic={channel.topic} />}
      extra={<DanmakuControls />}
      report={<ReportStream channel={channel} title={title} />}
      remind={(session) => <RemindOf session={session} channel={channel} look="onPlatePrimary" />}
    />
  );
}

function OneChannel({ slug, slot }: { slug: string; slot: HTMLElement | undefined }) {
  const { t } = useTranslation();
  const { channel, still, refetch } = useChannel(slug);
  return (
    <PlayerPlace slot={slot} name={t('player.corner')}>
      {channel ? <PlayingStage channel={channel} still={still} corner={!slot} refresh={() => void refetch()} /> : null}
    </PlayerPlace>
  );
}

/** The page's one player, followed wherever it is shown: on its channel's page or in the corner. */
export function PlayingChannel() {
  const playing = usePlaying();
  return playing ? <OneChannel key={playing.slug} slug={playing.slug} slot={playing.slot} /> : null;
}
