import type { Campaign } from '@yunhui/contracts';
import { shanghaiDayAfter, startOfShanghaiDay, type ShanghaiDay } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { useEffect, useRef } from 'react';
import { formatTime } from '../../platform/i18n/formats.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import { weekOf } from './days.rules.js';
import styles from './day-strip.module.css';
import type { GuideAddress } from './use-guide-address.js';

const noon = 12 * 3_600_000;

/** Scrolls the strip alone: the page stays where it is read. */
function showInStrip(day: HTMLElement): void {
  const strip = day.closest('ol');
  if (!strip) return;
  const [own, whole] = [day.getBoundingClientRect(), strip.getBoundingClientRect()];
  strip.scrollBy(own.left + own.width / 2 - whole.left - whole.width / 2, 0);
}

function Day({ day, address }: { day: ShanghaiDay; address: GuideAddress }) {
  const { t, language } = useWords();
  const at = startOfShanghaiDay(day) + noon;
  const { today } = address;
  const chosen = day === address.day;
  const format = (options: Intl.DateTimeFormatOptions) => formatTime(language, options, at);
  const note =
    day === today ? 'schedule.today' : day < today ? 'schedule.past' : day === shanghaiDayAfter(today, 1) ? 'schedule.tomorrow' : undefined;
  const own = useRef<HTMLAnchorElement>(null);
  // On a phone the strip is wider than the page: the chosen day is brought into it, again when the phone is turned.
  useEffect(() => {
    if (!chosen) return undefined;
    const show = () => own.current && showInStrip(own.current);
    show();
    addEventListener('resize', show);
    return () => removeEventListener('resize', show);
  }, [chosen]);
  return (
    <li>
      <Link
        ref={own}
        to="."
        search={address.searchWith({ day: day === today ? undefined : day, view: address.view === 'week' ? undefined : address.view })}
        resetScroll={false}
        activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
        className={styles.day}
        aria-current={chosen ? 'date' : undefined}
      >
        {note ? <span className="unseen">{format({ month: 'long' })}</span> : null}
        <b className="num">{new Date(at).getUTCDate()}</b>
        <span>{format({ weekday: 'short' })}</span>
        <small>{note ? t(note) : format({ month: 'short' })}</small>
      </Link>
    </li>
  );
}

/** Seven days of which one is shown, and the way to the weeks around. */
export function DayStrip({ address, windows }: { address: GuideAddress; windows: Campaign['windows'] }) {
  const { t } = useWords();
  const week = weekOf(address.day, windows);
  const turn = (days: number) =>
    ({ to: '.', search: address.searchWith({ day: shanghaiDayAfter(address.day, days) }), resetScroll: false }) as const;
  return (
    <nav className={styles.strip} aria-label={t('schedule.days')}>
      <Link {...turn(-7)} className={styles.turn} aria-label={t('schedule.weekBefore')}>
        <ChevronLeft {...icon()} />
      </Link>
      <ol>
        {week.map((day) => (
          <Day key={day} day={day} address={address} />
        ))}
      </ol>
      <Link {...turn(7)} className={styles.turn} aria-label={t('schedule.weekAfter')}>
        <ChevronRight {...icon()} />
      </Link>
    </nav>
  );
}
