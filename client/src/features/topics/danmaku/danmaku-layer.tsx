import { useEffect, useMemo, useState } from 'react';
import { hubNow } from '../../../platform/clock.js';
import { realtimeIfOpen, withRealtime } from '../../../platform/realtime.js';
import { useLatest } from '../../../platform/use-latest.js';
import { useDanmakuOn, useDanmakuSettings } from './danmaku-settings.js';
import { layOut, newsSince } from './danmaku.rules.js';
import styles from './danmaku.module.css';
import { DanmakuStage } from './stage.js';

/** A stage of the picture's size, laid out anew when that or a setting is another. */
function useStage(root: HTMLElement | null): DanmakuStage | undefined {
  const settings = useDanmakuSettings();
  const stage = useMemo(() => (root ? new DanmakuStage(root) : undefined), [root]);
  useEffect(() => () => stage?.clear(), [stage]);
  useEffect(() => {
    if (!stage || !root) return undefined;
    const observer = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width: widthPx, height: heightPx } = entry.contentRect;
      stage.layOut(layOut(settings, { widthPx, heightPx }), widthPx);
    });
    observer.observe(root);
    return () => observer.disconnect();
  }, [stage, settings, root]);
  return stage;
}

/** Stands still while the picture does, and while nobody sees the page. Media events do not rise, but they come down. */
function usePauses(stage: DanmakuStage | undefined, root: HTMLElement | null): void {
  useEffect(() => {
    const around = root?.parentElement;
    if (!stage || !around) return undefined;
    let paused = around.querySelector('video')?.paused === true;
    const apply = () => (paused || document.hidden ? stage.pause() : stage.resume());
    const heard = ({ type, target }: Event) => {
      if (!(target instanceof HTMLVideoElement)) return;
      paused = type === 'pause';
      apply();
    };
    apply();
    const media = { capture: true };
    around.addEventListener('pause', heard, media);
    around.addEventListener('playing', heard, media);
    document.addEventListener('visibilitychange', apply);
    return () => {
      around.removeEventListener('pause', heard, media);
      around.removeEventListener('playing', heard, media);
      document.removeEventListener('visibilitychange', apply);
    };
  }, [stage, root]);
}

/** Follows the log beside React: what flies is never drawn by it. */
function useFlyers(topic: string, stage: DanmakuStage | undefined): void {
  const { withChat } = useDanmakuSettings();
  const wishes = useLatest({ withChat });
  useEffect(() => {
    if (!stage) return undefined;
    let seen: number | undefined;
    return withRealtime((client) => {
      const look = () => {
        const { entries, status } = client.viewOf(topic);
        const newest = entries.at(-1)?.seq ?? 0;
        if (seen === undefined) {
          if (status === 'live') seen = newest;
          return;
        }
        if (newest <= seen) return;
        const me = realtimeIfOpen()?.hello?.user?.id;
        const news = newsSince(entries, { seq: seen, now: hubNow(), withChat: wishes.current.withChat, me });
        seen = newest;
        stage.takeBack(news.takenBack);
        stage.offer(news.flyers);
      };
      look();
      return client.follow(topic, look);
    });
  }, [topic, stage, wishes]);
}

/** The player hides its bar when nobody moves; what flies is no part of that. */
const staysShown = { noautohide: '' };

function Flying({ topic }: { topic: string }) {
  const { opacity } = useDanmakuSettings();
  const [root, setRoot] = useState<HTMLElement | null>(null);
  const stage = useStage(root);
  usePauses(stage, root);
  useFlyers(topic, stage);
  return <div ref={setRoot} className={styles.layer} style={{ opacity: opacity / 100 }} data-danmaku aria-hidden="true" {...staysShown} />;
}

/** Danmaku over a picture: put it into the element that the picture fills. The log has the same words for who cannot see them. */
export function DanmakuLayer({ topic }: { topic: string }) {
  const { on } = useDanmakuOn();
  return on ? <Flying key={topic} topic={topic} /> : null;
}
