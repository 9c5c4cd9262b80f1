import type { QueueItem } from '@yunhui/contracts';
import Check from 'lucide-react/icons/check';
import Lock from 'lucide-react/icons/lock';
import X from 'lucide-react/icons/x';
import { memo } from 'react';
import { ElementCell } from '../../../ui/element/element-cell.js';
import { icon } from '../../../ui/icon.js';
import { faceOfPlace, useDeskWords } from '../use-desk-words.js';
import { MarkedText } from './marked-text.js';
import { useNow } from './now.context.js';
import { HashCell } from './hash-cell.js';
import type { Asked } from '../queue/queue.types.js';
import { RiskMark } from './risk-mark.js';
import styles from './queue-row.module.css';
import { type Standing, standingOf } from './standing.rules.js';

/** The room's sign, and for who cannot see it the room's name. */
function Place({ item }: { item: QueueItem }) {
  const { place } = useDeskWords();
  const face = faceOfPlace(item);
  return (
    <span className={styles.cell} title={place(item)}>
      {face ? <ElementCell face={face} size={28} /> : <HashCell />}
      <span className="unseen">{place(item)}</span>
    </span>
  );
}

/** How long it has waited; of what is decided nobody waits any more. */
function Waited({ sentAt, until }: { sentAt: string; until: string | undefined }) {
  const { waited } = useDeskWords();
  const now = useNow();
  return <time className={styles.waited}>{waited((until ? Date.parse(until) : now) - Date.parse(sentAt))}</time>;
}

function Badge({ standing }: { standing: Standing }) {
  const { t } = useDeskWords();
  switch (standing.kind) {
    case 'open':
      return null;
    case 'mine':
      return <span className={styles.mine}>{t('desk.claim.mine')}</span>;
    case 'colleagues':
      return (
        <span className={styles.colleagues}>
          <Lock {...icon(12)} />
          {t('desk.claim.colleague', { name: standing.name })}
        </span>
      );
    case 'asked':
    case 'decided': {
      const name = standing.kind === 'decided' && !standing.mine ? standing.name : undefined;
      const word = t(`desk.state.${standing.verdict}`);
      return (
        <span className={styles.decided} data-verdict={standing.verdict}>
          {standing.verdict === 'passed' ? <Check {...icon(14)} /> : <X {...icon(14)} />}
          {name ? t('desk.decidedBy', { name, verdict: word }) : word}
          {standing.kind === 'asked' && standing.unheard ? t('desk.unheard.row') : null}
        </span>
      );
    }
  }
}

/** A verdict can be taken back from its row for half a minute, and for as long as the hub has not heard of it. */
function Undo({ standing, undo }: { standing: Standing; undo: () => void }) {
  const { t } = useDeskWords();
  const now = useNow();
  const isUnheard = standing.kind === 'asked' && standing.unheard;
  const leftMs = standing.kind === 'decided' && standing.mine ? standing.undoUntil - now : 0;
  if (!isUnheard && leftMs <= 0) return null;
  return (
    <button type="button" className={styles.undo} onClick={undo}>
      {t('desk.undo')}
      {isUnheard ? null : (
        <span className="num" aria-hidden="true">
          {t('desk.seconds', { seconds: Math.ceil(leftMs / 1000) })}
        </span>
      )}
    </button>
  );
}

type QueueRowProps = {
  item: QueueItem;
  me: string;
  asked: Asked | undefined;
  focused: boolean;
  choose: (id: string) => void;
  undo: (item: QueueItem) => void;
};

/** One item: how bad, where, what kind, who, the words, why it is here, who has it, how long. The whole row is one button. */
export const QueueRow = memo(function QueueRow({ item, me, asked, focused, choose, undo }: QueueRowProps) {
  const { t, why } = useDeskWords();
  const standing = standingOf(item, me, asked);
  return (
    <div className={styles.row} data-focused={focused || undefined} data-standing={standing.kind} data-hold={item.id}>
      <button
        type="button"
        className={styles.whole}
        aria-current={focused || undefined}
        tabIndex={focused ? 0 : -1}
        onClick={() => choose(item.id)}
      >
        <RiskMark risk={item.risk} />
        <Place item={item} />
        <span className={styles.meta}>
          <span className={styles.kind}>{t(`desk.kind.${item.kind}`)}</span>
          <span className={styles.why}>{why(item)}</span>
          <Badge standing={standing} />
        </span>
        <span className={styles.said}>
          <b>{item.author.name}</b> <MarkedText item={item} />
          {item.burst && item.burst.size > 1 ? <i className={styles.note}>{t('desk.burst', { count: item.burst.size })}</i> : null}
        </span>
        <Waited sentAt={item.sentAt} until={item.decided?.at} />
      </button>
      <Undo standing={standing} undo={() => undo(item)} />
    </div>
  );
});
