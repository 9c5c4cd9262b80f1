import { shanghaiDayOf } from '@yunhui/domain';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { dayAxisOf } from '../../platform/campaign.js';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { DayAxis, useGapWords } from '../../ui/day-axis/day-axis.js';
import type { AxisGap } from '../../ui/day-axis/day-axis.rules.js';
import { unbrokenSince } from './tile-filter.js';
import styles from './today-axis.module.css';

const GapSheet = lazy(async () => ({ default: (await import('./gap-sheet.js')).GapSheet }));

const minuteMs = 60_000;

type TodayAxisProps = { campaign: string; region: string | undefined; toReplays: (() => void) | undefined };

/** 今日天轴: today's service hours as one strip, how long nothing was missing, and the ways on from each gap and to the schedule. */
export function TodayAxis({ campaign, region, toReplays }: TodayAxisProps) {
  const { t } = useWords();
  const { said } = useGapWords();
  const [opened, open] = useState<readonly AxisGap[]>();
  const now = useHubNow(minuteMs);
  const today = shanghaiDayOf(now);
  const { data: axis } = useQuery(dayAxisOf(campaign, region, today));
  const since = axis && unbrokenSince(axis, now);
  const minutes = since === undefined ? 0 : Math.floor((now - since) / minuteMs);
  const unbroken = { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') };
  return (
    <section className={`panel ${styles.today}`} aria-labelledby="today-axis">
      <div className={styles.words}>
        <h2 id="today-axis">{t('lobby.axis')}</h2>
        <p className="num" key={minutes}>
          {axis ? (minutes > 0 ? t('lobby.axis.unbroken', unbroken) : said(axis)) : ''}
        </p>
      </div>
      <div className={styles.axis}>{axis ? <DayAxis axis={axis} now={now} day={t('lobby.axis.today')} openGaps={open} /> : null}</div>
      <CampaignLink to="/schedule" className={`${buttonClass('quiet')} ${styles.more}`}>
        {t('lobby.axis.schedule')}
      </CampaignLink>
      {opened ? (
        <Suspense>
          <GapSheet gaps={opened} day={today} region={region} toReplays={toReplays} close={() => open(undefined)} />
        </Suspense>
      ) : null}
    </section>
  );
}
