import { useEffect, useRef } from 'react';
import { useMode } from '../../../platform/mode.js';
import { useQuiet } from '../../../platform/quiet.js';
import { useMedia } from '../../../platform/use-media.js';
import { BurstStage } from './burst-stage.js';
import { burst } from './burst.js';
import { glyphs } from './glyphs.js';
import styles from './reactions.module.css';

/** What is told of a topic rises in `root`, as long as somebody sees the page. */
function rise(root: HTMLElement, topic: string): () => void {
  const stage = new BurstStage(root);
  const observer = new ResizeObserver(([entry]) => entry && stage.resize(entry.contentRect.width, entry.contentRect.height));
  observer.observe(root);
  const stop = burst.listen(({ topic: where, name, count }) => {
    if (where === topic && !document.hidden && name in glyphs) stage.show(name, count);
  });
  return () => {
    stop();
    observer.disconnect();
    stage.clear();
  };
}

/** The player hides its bar when nobody moves; what rises is no part of that. */
const staysShown = { noautohide: '' };

function Rising({ topic }: { topic: string }) {
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => (root.current ? rise(root.current, topic) : undefined), [topic]);
  return <div ref={root} className={styles.burst} data-burst aria-hidden="true" {...staysShown} />;
}

/** Reactions rise over a picture: put it into the element that the picture fills. Still where anybody asks for calm. */
export function ReactionBurst({ topic }: { topic: string }) {
  const quiet = useQuiet();
  const elder = useMode() === 'elder';
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  return quiet || elder || reducedMotion ? null : <Rising topic={topic} />;
}
