import type { Hashtag } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import styles from './hashtag.module.css';

/** How much is said, from how many places, heard in how many rooms. */
export function HashtagNumbers({ hashtag }: { hashtag: Pick<Hashtag, 'posts' | 'regions' | 'rooms'> }) {
  const { t, language } = useWords();
  const shown = (count: number) => ({ count, number: new Intl.NumberFormat(language).format(count) });
  return (
    <p className={`${styles.numbers} num`}>
      <span>{t('topics.posts', shown(hashtag.posts))}</span>
      <span>{t('topics.regions', shown(hashtag.regions))}</span>
      <span>{t('topics.rooms', shown(hashtag.rooms))}</span>
    </p>
  );
}
