import type { QueueItem } from '@yunhui/contracts';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { singleClicks } from '../../../ui/single-clicks.js';
import { useDesk } from '../desk.context.js';
import { KeyCap } from '../keys/key-cap.js';
import { standingOf } from '../list/standing.rules.js';
import { useDeskWords } from '../use-desk-words.js';
import { toldMessage } from '../people/told-message.js';
import { RuleSheet } from './rule-sheet.js';
import styles from './verdict-bar.module.css';

/** Pass, mask, reject; of a burst also all of it at once; and what the sender will be told. */
export function VerdictBar({ item }: { item: QueueItem }) {
  const { t } = useDeskWords();
  const { queue, verdicts, ruleFor, decides, open } = useDesk();
  const [choosing, setChoosing] = useState(false);
  const asked = queue.usePart((state) => state.asked.get(item.id));
  const standing = standingOf(item, queue.me, asked);
  const rule = ruleFor(item);
  if (!decides) return <p className={styles.told}>{t('desk.watches')}</p>;
  const undecided = standing.kind !== 'asked' && standing.kind !== 'decided';
  const burst = item.burst && item.burst.size > 1 ? item.burst.size : 0;
  return (
    <div className={styles.bar}>
      <div className={styles.buttons} {...singleClicks}>
        <Button look="primary" className={styles.inBar} disabled={!undecided} onClick={() => verdicts.decide(item, { verdict: 'passed' })}>
          {t('desk.key.pass')}
          <KeyCap of="pass" />
        </Button>
        <button
          type="button"
          className={`${styles.reject} ${styles.inBar}`}
          disabled={!undecided}
          onClick={() => verdicts.decide(item, { verdict: 'rejected', rule })}
        >
          {t('desk.key.reject')}
          <KeyCap of="reject" />
        </button>
        {item.findings.length > 0 ? (
          <Button className={styles.wide} disabled={!undecided} onClick={() => verdicts.decide(item, { verdict: 'passed', masked: true })}>
            {t('desk.key.mask')}
            <KeyCap of="mask" />
          </Button>
        ) : null}
        {burst ? (
          <>
            <Button disabled={!undecided} onClick={() => verdicts.decideAll(item, { verdict: 'passed' })}>
              {t('desk.passAll', { count: burst })}
              <KeyCap of="passAll" />
            </Button>
            <Button disabled={!undecided} onClick={() => verdicts.decideAll(item, { verdict: 'rejected', rule })}>
              {t('desk.rejectAll', { count: burst })}
              <KeyCap of="rejectAll" />
            </Button>
          </>
        ) : null}
        <Button className={styles.wide} onClick={() => open({ treat: toldMessage(item) })}>
          {t('desk.treat')}
          <KeyCap of="mute" />
        </Button>
      </div>
      <p className={styles.told}>
        {t('desk.told')} <b>{t(`desk.reject.${rule}`)}</b>{' '}
        <button type="button" onClick={() => setChoosing(true)}>
          {t('desk.told.change')}
        </button>
      </p>
      {choosing ? <RuleSheet item={item} close={() => setChoosing(false)} /> : null}
    </div>
  );
}
