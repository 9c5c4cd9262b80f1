import type { Pinned } from '@yunhui/contracts';
import ChevronDown from 'lucide-react/icons/chevron-down';
import Pin from 'lucide-react/icons/pin';
import { useState } from 'react';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import { icon } from '../../ui/icon.js';
import styles from './chat.module.css';
import { useRoomActions } from './chat.context.js';

/** The message that is pinned, above the log. It folds to one line; its words go to where it was said. */
export function PinnedStrip({ topic, pinned }: { topic: string; pinned: Pinned }) {
  const { t } = useTranslation();
  const { jumpTo } = useRoomActions();
  const [folded, setFolded] = useState(false);
  return (
    <div className={styles.pinned} data-folded={folded || undefined}>
      <Pin {...icon(16)} />
      <button type="button" className={styles.pinnedWords} onClick={() => jumpTo(topic, pinned.seq)}>
        <span className="unseen">{t('chat.pinned')}</span>
        <b>{pinned.name}</b> {pinned.text}
      </button>
      <button
        type="button"
        className={styles.fold}
        aria-expanded={!folded}
        aria-label={t(folded ? 'chat.pinnedUnfold' : 'chat.pinnedFold')}
        onClick={() => setFolded(!folded)}
      >
        <ChevronDown {...icon(18)} />
      </button>
    </div>
  );
}
