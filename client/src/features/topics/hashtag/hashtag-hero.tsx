import type { HashtagPage } from '@yunhui/contracts';
import type { ReactNode } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { CampaignLink } from '../../../ui/campaign-link.js';
import { Plate } from '../../../ui/plate.js';
import { SampleMark } from '../../../ui/sample-mark.js';
import { hashtagFace } from './hashtag-face.js';
import { HashtagNumbers } from './hashtag-numbers.js';
import styles from './hashtag.module.css';

/** What the topic is, over its plate. */
export function HashtagHero({ hashtag, actions }: { hashtag: HashtagPage; actions: ReactNode }) {
  const { t, pick } = useWords();
  const { title, description, descriptionEn, sample } = hashtag;
  return (
    <header className={styles.hero}>
      <Plate face={hashtagFace(hashtag)} first />
      <div className={`wrap ${styles.heroWords}`}>
        <p className={styles.kicker}>
          <CampaignLink to="/topics">{t('topics.all')}</CampaignLink>
          {sample ? <SampleMark overPlate /> : null}
        </p>
        <h1 className="song">
          <i aria-hidden="true">#</i>
          {title}
        </h1>
        <p className={styles.heroDescription}>{pick(description, descriptionEn)}</p>
        <HashtagNumbers hashtag={hashtag} />
        <div className={styles.heroActions}>{actions}</div>
      </div>
    </header>
  );
}
