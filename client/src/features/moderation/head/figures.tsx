import type { QueueFigures } from '@yunhui/contracts';
import { useState } from 'react';
import { Sheet } from '../../../ui/sheet.js';
import { useDesk } from '../desk.context.js';
import { useNow } from '../list/now.context.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './figures.module.css';
import { useFigures } from './use-figures.js';

/** Milliseconds in the unit one thinks in. */
export function useSpan(): (ms: number | undefined) => string {
  const { t } = useDeskWords();
  return (ms) => {
    if (ms === undefined) return t('desk.figure.none');
    if (ms < 60_000) return t('desk.figure.seconds', { seconds: Math.round(ms / 100) / 10 });
    return t('desk.figure.minutes', { minutes: Math.round(ms / 6_000) / 10 });
  };
}

/** The four figures one keeps an eye on; a tap says how each is counted. */
export function Figures() {
  const { t, waited } = useDeskWords();
  const { queue } = useDesk();
  const counts = queue.usePart((state) => state.counts);
  const oldestAt = queue.usePart((state) => state.oldestAt);
  const [open, setOpen] = useState(false);
  const { data } = useFigures();
  const span = useSpan();
  const now = useNow();
  const oldest = oldestAt ? waited(now - Date.parse(oldestAt)) : t('desk.figure.none');
  return (
    <>
      <button type="button" className={styles.figures} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <span>
          {t('desk.figure.held')} <b className="num">{counts?.all ?? t('desk.figure.none')}</b>
        </span>
        <span>
          {t('desk.figure.oldest')} <b className="num">{oldest}</b>
        </span>
        <span className={styles.wide}>
          {t('desk.figure.mine')} <b className="num">{data?.mine.decided ?? t('desk.figure.none')}</b>
        </span>
        <span className={styles.wide}>
          {t('desk.figure.median')} <b className="num">{span(data?.verdictTimes.p50Ms)}</b>
        </span>
      </button>
      {open && data ? <FiguresSheet figures={data} close={() => setOpen(false)} /> : null}
    </>
  );
}

/** Each figure with the words that define it, and the hour it was counted. */
function FiguresSheet({ figures, close }: { figures: QueueFigures; close: () => void }) {
  const { t, clock } = useDeskWords();
  const span = useSpan();
  const { verdictTimes, collisions, appeals, exposure, mine, held, isOverloaded, busyRooms, moderators } = figures;
  const rows = [
    ['held', String(held)],
    ['oldest', span(figures.oldestMs)],
    ['mine', String(mine.decided)],
    ['median', span(verdictTimes.p50Ms)],
    ['p95', span(verdictTimes.p95Ms)],
    ['collisions', String(collisions)],
    ['overturned', t('desk.figure.of', { part: appeals.overturned, whole: appeals.decided })],
    ['exposure', String(Math.round(exposure.viewerSeconds))],
    ['load', t('desk.figure.of', { part: busyRooms, whole: moderators.length })],
  ] as const;
  return (
    <Sheet title={t('desk.figures')} close={close}>
      <p className={styles.cut}>{t('desk.figures.at', { time: clock(Date.parse(figures.at)) })}</p>
      {isOverloaded ? <p className={styles.alarm}>{t('desk.figures.overloaded')}</p> : null}
      <dl className={styles.rows}>
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{t(`desk.figure.${name}`)}</dt>
            <dd className="num">{value}</dd>
            <dd>{t(`desk.figure.${name}.how`)}</dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
