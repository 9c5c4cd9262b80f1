import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from '../../ui/button.js';
import { EpgHead } from './epg-head.js';
import styles from './epg-grid.module.css';
import { firstFocus, moveFocus, type GridFocus } from './epg-focus.rules.js';
import { EpgRow } from './epg-row.js';
import { gridSpan, layRows, rowsBetween, xOf, type Row, type Span } from './epg.rules.js';
import type { GuideDay } from './guide.types.js';
import { useGridScroll } from './use-grid-scroll.js';
import { useGuideWords } from './use-guide-words.js';

/** Rows drawn above and below those in sight, so that a quick scroll does not meet an empty page. */
const SPARE_PX = 420;

/** The row that has the focus is drawn wherever it is: it must not lose it by being scrolled away. */
function useDrawnRows(rows: readonly Row[], seen: Span, focus: GridFocus | undefined) {
  return useMemo(() => {
    const near = rowsBetween(rows, seen.from - SPARE_PX, seen.to + SPARE_PX);
    const focused = rows.find(({ channel }) => channel.slug === focus?.slug);
    return focused && !near.includes(focused) ? [...near, focused] : near;
  }, [rows, seen, focus]);
}

/** The keyboard's place in the grid: it moves by keys, and follows what is focused in another way. */
function useGridKeys(
  rows: readonly Row[],
  now: number,
  { scroller, reveal }: Pick<ReturnType<typeof useGridScroll>, 'scroller' | 'reveal'>,
) {
  const [chosen, choose] = useState<GridFocus>();
  const byKey = useRef(false);
  const known = rows.some(({ channel, blocks }) => channel.slug === chosen?.slug && blocks.some(({ key }) => key === chosen.key));
  const focus = known ? chosen : firstFocus(rows, now);

  useEffect(() => {
    if (!chosen || !byKey.current) return;
    byKey.current = false;
    const row = rows.find(({ channel }) => channel.slug === chosen.slug);
    const block = row?.blocks.find(({ key }) => key === chosen.key);
    if (row && block) reveal(row, block);
    scroller.current?.querySelector<HTMLElement>(`[data-block="${CSS.escape(chosen.key)}"]`)?.focus({ preventScroll: true });
  }, [chosen, rows, reveal, scroller]);

  const pressed = (event: KeyboardEvent) => {
    const next = focus && !event.altKey && !event.ctrlKey && !event.metaKey && moveFocus(rows, focus, event.key);
    if (!next) return;
    event.preventDefault();
    byKey.current = true;
    choose(next);
  };
  // Who comes by the keyboard keeps the moment they came with; a click or Tab begins at the block's own.
  const focused = (next: GridFocus) => choose((before) => (before?.slug === next.slug && before.key === next.key ? before : next));
  return { focus, focused, pressed };
}

/** The guide of a wide page: a row a channel, 176 px an hour, the now line through all of it. Only rows in sight are drawn. */
export function EpgGrid({ guide, service, report }: { guide: GuideDay; service: Span; report: (slugs: readonly string[]) => void }) {
  const { t } = useGuideWords();
  const helpId = useId();
  const { day, now, schedule } = guide;
  const span = useMemo(() => gridSpan(day, schedule.sessions, service), [day, schedule.sessions, service]);
  const rows = useMemo(() => layRows(schedule.channels, schedule.sessions, span, service), [schedule, span, service]);
  const live = now >= span.from && now < span.to;
  const { scroller, seen, nowSeen, toTime, reveal } = useGridScroll(span, live ? now : undefined, guide.at);
  const { focus, focused, pressed } = useGridKeys(rows, now, { scroller, reveal });
  const drawn = useDrawnRows(rows, seen, focus);

  const slugs = drawn.map(({ channel }) => channel.slug).join(' ');
  useEffect(() => report(slugs === '' ? [] : slugs.split(' ')), [slugs, report]);

  const height = rows.reduce((sum, row) => sum + row.height, 0);
  return (
    <div className={styles.frame}>
      <p id={helpId} className="unseen">
        {t('schedule.gridHelp')}
      </p>
      <div ref={scroller} className={styles.scroller}>
        {live ? (
          <i className={styles.nowLine} style={{ left: `calc(var(--head) + ${xOf(now, span)}px)`, height }} aria-hidden="true" />
        ) : null}
        {/* The grid pattern on a table: its rows and cells keep their own meaning. */}
        <table
          className={styles.grid}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role
          role="grid"
          aria-label={t('schedule.grid')}
          aria-describedby={helpId}
          aria-rowcount={rows.length + 1}
          style={{ width: `calc(var(--head) + ${xOf(span.to, span)}px)` }}
          onKeyDown={pressed}
        >
          <EpgHead span={span} now={live ? now : undefined} />
          <tbody className={styles.rows} style={{ height }}>
            {drawn.map((row) => (
              <EpgRow
                key={row.channel.slug}
                row={row}
                place={rows.indexOf(row)}
                span={span}
                guide={guide}
                focus={focus}
                focused={focused}
              />
            ))}
          </tbody>
        </table>
      </div>
      {live && !nowSeen ? (
        <span className={styles.toNow}>
          <Button look="primary" onClick={() => toTime(now)}>
            {t('schedule.toNow')}
          </Button>
        </span>
      ) : null}
    </div>
  );
}
