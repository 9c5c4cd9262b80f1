import { DanmakuLayer } from './danmaku/danmaku-layer.js';
import { ReactionBurst } from './reactions/reaction-burst.js';

/** What a conversation lays over its picture. */
export function OverPicture({ topic }: { topic: string }) {
  return (
    <>
      <DanmakuLayer topic={topic} />
      <ReactionBurst topic={topic} />
    </>
  );
}
