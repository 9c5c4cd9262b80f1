import type { QueueItem } from '@yunhui/contracts';
import Inbox from 'lucide-react/icons/inbox';
import type { ReactNode } from 'react';
import { icon } from '../../../ui/icon.js';
import styles from '../cockpit.module.css';
import { StepBack } from '../step-back.js';
import { useDeskWords } from '../use-desk-words.js';
import { ContextPane } from './context-pane.js';

type ContextStepProps = {
  item: QueueItem | undefined;
  pictureOf: (item: QueueItem) => ReactNode;
  titleOf: (slug: string) => string | undefined;
};

/** What surrounds the focused item: a pane beside the queue, on a phone a step. */
export function ContextStep({ item, pictureOf, titleOf }: ContextStepProps) {
  const { t } = useDeskWords();
  return (
    <aside className={styles.context} aria-label={t('desk.context')} data-desk-context tabIndex={-1}>
      <StepBack title={t('desk.context')} />
      {item ? (
        <ContextPane item={item} picture={pictureOf(item)} title={item.channel && titleOf(item.channel.slug)} />
      ) : (
        <p className={styles.nothing}>
          <Inbox {...icon(28)} />
          {t('desk.context.none')}
        </p>
      )}
    </aside>
  );
}
