import type { Hashtag } from '@yunhui/contracts';
import { formatNumber } from '../../../platform/i18n/formats.js';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './hashtag.module.css';

/** How much is said, from how many places, heard in how many rooms. */
export function HashtagNumbers({ hashtag }: { hashtag: Pick<Hashtag, 'posts' | 'regions' | 'rooms'> }) {
  const { t, language } = useWords();
  return (
    <p className={`${styles.numbers} num`}>
      {(['posts', 'regions', 'rooms'] as const).map((what) => (
        <span key={what}>
          <b>{formatNumber(language, hashtag[what])}</b> {t(`topics.${what}`, { count: hashtag[what] })}
        </span>
      ))}
    </p>
  );
}
