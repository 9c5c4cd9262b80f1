import type { Hashtag } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { CampaignLink } from '../../../ui/campaign-link.js';
import { Plate } from '../../../ui/plate.js';
import { SampleMark } from '../../../ui/sample-mark.js';
import { hashtagFace } from './hashtag-face.js';
import { HashtagNumbers } from './hashtag-numbers.js';
import styles from './hashtag.module.css';

/** A topic in the list: its plate, what it is about, how much is said. */
export function HashtagCard({ hashtag }: { hashtag: Hashtag }) {
  const { pick } = useWords();
  const { slug, title, description, descriptionEn, sample } = hashtag;
  return (
    <li>
      <CampaignLink to={`/topics/${slug}`} className={styles.card}>
        <span className={styles.poster}>
          <Plate face={hashtagFace(hashtag)} />
          <span className={`song ${styles.posterTitle}`}>
            <i aria-hidden="true">#</i>
            {title}
          </span>
        </span>
        <span className={styles.about}>
          <span className={styles.description}>{pick(description, descriptionEn)}</span>
          {sample ? <SampleMark /> : null}
        </span>
        <HashtagNumbers hashtag={hashtag} />
      </CampaignLink>
    </li>
  );
}
