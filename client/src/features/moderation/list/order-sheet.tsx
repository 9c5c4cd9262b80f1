import type { QueueItem } from '@yunhui/contracts';
import { hubNow } from '../../../platform/clock.js';
import { Sheet } from '../../../ui/sheet.js';
import { rankOf } from '../queue/order.rules.js';
import { useDeskWords } from '../use-desk-words.js';
import styles from './order-sheet.module.css';

/** Why a row stands where it does: each term with its points, for the row one is on. */
export function OrderSheet({ item, close }: { item: QueueItem | undefined; close: () => void }) {
  const { t } = useDeskWords();
  const rank = item && rankOf(item, hubNow());
  const points = (value: number): string => t('desk.order.points', { points: Math.round(value) });
  return (
    <Sheet title={t('desk.order.title')} close={close}>
      <p className={styles.lead}>{t('desk.order.lead')}</p>
      <dl className={styles.terms}>
        <div>
          <dt>{t('desk.order.level')}</dt>
          <dd>{t('desk.order.level.how')}</dd>
          {rank ? <dd className="num">{points(rank.level)}</dd> : null}
        </div>
        <div>
          <dt>{t('desk.order.viewers')}</dt>
          <dd>{t('desk.order.viewers.how')}</dd>
          {rank ? <dd className="num">{points(rank.viewers)}</dd> : null}
        </div>
        <div>
          <dt>{t('desk.order.age')}</dt>
          <dd>{t('desk.order.age.how')}</dd>
          {rank ? <dd className="num">{points(rank.age)}</dd> : null}
        </div>
        {rank ? (
          <div>
            <dt>{t('desk.order.total')}</dt>
            <dd>{t('desk.order.total.how')}</dd>
            <dd className="num">{points(rank.total)}</dd>
          </div>
        ) : null}
      </dl>
      <p className={styles.lead}>{t('desk.order.stays')}</p>
    </Sheet>
  );
}
