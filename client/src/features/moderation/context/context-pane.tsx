import type { QueueItem } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import OctagonX from 'lucide-react/icons/octagon-x';
import { Button } from '../../../ui/button.js';
import { ElementCell } from '../../../ui/element/element-cell.js';
import { icon } from '../../../ui/icon.js';
import { HashCell } from '../list/hash-cell.js';
import { useDesk } from '../desk.context.js';
import { AuthorNotes } from '../notes/author-notes.js';
import { faceOfPlace, useDeskWords } from '../use-desk-words.js';
import { VerdictBar } from '../verdict/verdict-bar.js';
import { AuthorFacts } from './author-facts.js';
import styles from './context.module.css';
import { RoomAround } from './room-around.js';
import { useContextOf } from './use-context-of.js';

type ContextPaneProps = {
  item: QueueItem;
  /** What plays in the room now. */
  picture: ReactNode;
  /** What the page knows of the room beside the queue. */
  title: string | undefined;
};

/** What one decides by: the picture, the room around the words, who said them, and the verdicts at the foot. */
export function ContextPane({ item, picture, title }: ContextPaneProps) {
  const { t, place, viewers, reason } = useDeskWords();
  const { open } = useDesk();
  const { data: context, error, refetch } = useContextOf(item.id);
  const face = faceOfPlace(item);
  return (
    <div className={styles.pane}>
      {picture}
      <div className={styles.room}>
        {face ? <ElementCell face={face} size={40} /> : <HashCell />}
        <div>
          <h2>{title ?? place(item)}</h2>
          <p className="num">
            {title ? `${place(item)} · ` : ''}
            {viewers(item.viewers)} · {reason(item.why)}
          </p>
        </div>
        {item.channel ? (
          <button type="button" className={styles.cut} aria-haspopup="dialog" onClick={() => open({ cutAt: item.channel?.slug })}>
            <OctagonX {...icon(16)} />
            {t('desk.key.cut')}
          </button>
        ) : null}
      </div>
      <RoomAround item={item} context={context} />
      {error ? (
        <p className={styles.failed}>
          {t('desk.context.failed')} <Button onClick={() => void refetch()}>{t('page.retry')}</Button>
        </p>
      ) : null}
      <AuthorFacts item={item} context={context} />
      <AuthorNotes item={item} notes={context?.author.notes ?? []} />
      <div className={styles.foot}>
        <VerdictBar item={item} />
      </div>
    </div>
  );
}
