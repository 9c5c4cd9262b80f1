import type { User } from '@yunhui/contracts';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { provinceOf } from '../../../ui/element/face.js';
import styles from './feed.module.css';

/** Under which name, and from where, one speaks. A guest may change both. */
export function WhoAmI({ viewer, renaming }: { viewer: User; renaming: (close: () => void) => ReactNode }) {
  const { t, pick } = useWords();
  const [open, setOpen] = useState(false);
  const province = viewer.region && provinceOf(viewer.region);
  const where = province ? pick(province.name, province.nameEn) : t('topics.nowhere');
  if (open) return renaming(() => setOpen(false));
  return (
    <p className={styles.me}>
      <span>{t('topics.speakingAs', { name: viewer.name, where })}</span>
      {viewer.kind === 'guest' ? (
        <button type="button" onClick={() => setOpen(true)}>
          {t('topics.changeMe')}
        </button>
      ) : null}
    </p>
  );
}
