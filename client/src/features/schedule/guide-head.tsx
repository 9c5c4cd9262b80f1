import type { Campaign } from '@yunhui/contracts';
import { startOfShanghaiDay } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMedia } from '../../platform/use-media.js';
import { DayStrip } from './day-strip.js';
import { GuideFilter } from './guide-filter.js';
import styles from './guide.module.css';
import { ReleasesButton } from './release-sheet.js';
import type { GuideAddress } from './use-guide-address.js';
import { livesElsewhere, useGuideWords } from './use-guide-words.js';

/** A link is the current one only if all of its search is what the address has. */
const whole = { exact: true, includeSearch: true, explicitUndefined: true };

const views = ['grid', 'list', 'week'] as const;

/** How the schedule is drawn. The grid is offered where it has room. */
function ViewChoice({ address }: { address: GuideAddress }) {
  const { t } = useGuideWords();
  const wide = useMedia('(min-width: 1024px)');
  const offered = wide ? views : views.slice(1);
  return (
    <nav className={styles.views} aria-label={t('schedule.views')}>
      {offered.map((view) => (
        <Link
          key={view}
          to="."
          search={address.searchWith({ view: view === offered[0] ? undefined : view })}
          resetScroll={false}
          activeOptions={whole}
          aria-current={address.view === view ? 'true' : undefined}
        >
          {t(`schedule.view.${view}`)}
        </Link>
      ))}
    </nav>
  );
}

/** Title, days, filters, views. */
export function GuideHead({
  campaign,
  address,
  forms,
  subscribe,
}: {
  campaign: Campaign;
  address: GuideAddress;
  forms: readonly string[];
  subscribe: ReactNode;
}) {
  const { t } = useGuideWords();
  return (
    <header className={styles.head}>
      <h1 className="song">{t('schedule.title')}</h1>
      <DayStrip address={address} windows={campaign.windows} />
      <div className={styles.tools}>
        <ViewChoice address={address} />
        <GuideFilter address={address} forms={forms} />
        <ReleasesButton campaign={campaign.slug} />
        {subscribe}
      </div>
      {livesElsewhere(startOfShanghaiDay(address.day)) ? <p className={styles.whoseTime}>{t('schedule.beijingTime')}</p> : null}
    </header>
  );
}
