import type { QueueFilter, QueuePage } from '@yunhui/contracts';
import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow';
import ArrowUp from 'lucide-react/icons/arrow-up';
import LayoutList from 'lucide-react/icons/layout-list';
import { useEffect, useState } from 'react';
import { useLatest } from '../../../platform/use-latest.js';
import { useDesk } from '../desk.context.js';
import { useAppeals, useReports } from '../reports/use-reports.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import { icon } from '../../../ui/icon.js';
import styles from './list-head.module.css';

const chips = ['all', 'high', 'question', 'danmaku', 'burst'] as const satisfies readonly QueueFilter[];

type ListHeadProps = { address: DeskAddress; counts: QueuePage['counts'] };

/** The lists beside the queue: what viewers have reported, and what was appealed against. */
function OtherLists({ address: { list, go } }: { address: DeskAddress }) {
  const { t } = useDeskWords();
  const open = { reports: useReports().data?.open, appeals: useAppeals().data?.open };
  return (['reports', 'appeals'] as const).map((name) => (
    <button key={name} type="button" className={styles.chip} aria-pressed={list === name} onClick={() => go({ list: name })}>
      <span>
        {t(`desk.view.${name}`)}
        {open[name] === undefined ? null : <span className="num">{open[name]}</span>}
      </span>
    </button>
  ));
}

/** Which part of the queue one looks at. */
export function ListHead({ address, counts }: ListHeadProps) {
  const { t } = useDeskWords();
  const { list, filter, go } = address;
  return (
    <div className={styles.head}>
      <button
        type="button"
        className={styles.rooms}
        aria-label={t('desk.rooms')}
        title={t('desk.rooms')}
        onClick={() => go({ step: 'rooms' })}
      >
        <LayoutList {...icon()} />
      </button>
      <fieldset className={styles.chips} aria-label={t('desk.filter')}>
        {chips.map((name) => (
          <button
            key={name}
            type="button"
            className={styles.chip}
            aria-pressed={list === 'queue' && filter === name}
            onClick={() => go({ list: 'queue', filter: name })}
          >
            <span>
              {t(`desk.filter.${name}`)}
              {counts && name !== 'burst' ? <span className="num">{counts[name]}</span> : null}
            </span>
          </button>
        ))}
        <OtherLists address={address} />
      </fieldset>
    </div>
  );
}

/** So often at most it is read out how many are new: they may come by the hundred. */
const READ_OUT_MS = 5_000;

/** A number as it was now and then, and at once when there is nothing any more. */
function useNowAndThen(count: number): number {
  const [told, setTold] = useState(0);
  const latest = useLatest(count);
  const isSome = count > 0;
  useEffect(() => {
    if (!isSome) return undefined;
    const tell = () => setTold(latest.current);
    const first = setTimeout(tell);
    const timer = setInterval(tell, READ_OUT_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [isSome, latest]);
  return isSome ? told : 0;
}

/**
 * Above the rows: by what order they stand, and what has come meanwhile and would move them. It waits here, where it covers no
 * row, until it is asked for.
 */
export function OrderLine({ count, high }: { count: number; high: number }) {
  const { t } = useDeskWords();
  const { queue, open } = useDesk();
  const told = useNowAndThen(count);
  return (
    <div className={styles.line}>
      <button type="button" className={styles.order} title={t('desk.order.ask')} onClick={() => open('order')}>
        <ArrowDownWideNarrow {...icon(16)} />
        <span>{t('desk.order.ask')}</span>
      </button>
      <output className="unseen">{told > 0 ? t('desk.new', { count: told }) : ''}</output>
      {count > 0 ? (
        <button type="button" className={styles.new} data-high={high > 0 || undefined} onClick={() => queue.take()}>
          <ArrowUp {...icon(16)} />
          {high > 0 ? t('desk.newHigh', { count, high }) : t('desk.new', { count })}
        </button>
      ) : null}
    </div>
  );
}
