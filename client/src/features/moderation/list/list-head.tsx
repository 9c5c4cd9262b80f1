import type { QueueFilter, QueuePage } from '@yunhui/contracts';
import ArrowDownWideNarrow from 'lucide-react/icons/arrow-down-wide-narrow';
import ArrowUp from 'lucide-react/icons/arrow-up';
import LayoutList from 'lucide-react/icons/layout-list';
import { useDesk } from '../desk.context.js';
import { useAppeals, useReports } from '../reports/use-reports.js';
import type { DeskAddress } from '../use-desk-address.js';
import { useDeskWords } from '../use-desk-words.js';
import { icon } from '../../../ui/icon.js';
import styles from './list-head.module.css';

const chips = ['all', 'high', 'question', 'danmaku', 'burst'] as const satisfies readonly QueueFilter[];

type ListHeadProps = { address: DeskAddress; counts: QueuePage['counts']; explain: () => void };

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

/** Which part of the queue one looks at, and by what order. */
export function ListHead({ address, counts, explain }: ListHeadProps) {
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
      <button type="button" className={styles.order} title={t('desk.order.ask')} onClick={explain}>
        <ArrowDownWideNarrow {...icon(16)} />
        <span>{t('desk.order.ask')}</span>
      </button>
    </div>
  );
}

/** What has come meanwhile and would move rows: it waits here until it is asked for. */
export function NewChip({ count, high }: { count: number; high: number }) {
  const { t } = useDeskWords();
  const { queue } = useDesk();
  return (
    <div className={styles.newPlace}>
      <output className="unseen">{count > 0 ? t('desk.new', { count }) : ''}</output>
      {count > 0 ? (
        <button type="button" className={styles.new} data-high={high > 0 || undefined} onClick={() => queue.take()}>
          <ArrowUp {...icon(16)} />
          {high > 0 ? t('desk.newHigh', { count, high }) : t('desk.new', { count })}
        </button>
      ) : null}
    </div>
  );
}
