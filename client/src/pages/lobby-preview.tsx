import { useGlance } from '../features/channels/use-channel.js';
import { StagePreview } from '../features/streams/preview/stage-preview.js';

/** The muted picture of the channel on the lobby's stage. Its code comes when somebody has looked at the stage for a while. */
export function LobbyPreview({ slug, shown }: { slug: string; shown: (moves: boolean) => void }) {
  const { channel, refetch } = useGlance(slug);
  return channel ? <StagePreview channel={channel} refresh={() => void refetch()} shown={shown} /> : null;
}
