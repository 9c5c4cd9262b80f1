import { shanghaiDayOf } from '@yunhui/domain';
import { useQuery } from '@tanstack/react-query';
import { dayAxisOf } from '../../platform/campaign.js';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { DayAxis } from '../../ui/day-axis/day-axis.js';
import { unbrokenSince } from './tile-filter.js';
import styles from './today-axis.module.css';

const minuteMs = 60_000;

/** 今日天轴: today's service hours as one strip, how long nothing was missing, and the way to the schedule. */
export function TodayAxis({ campaign, region }: { campaign: string; region: string | undefined }) {
  const { t, clock } = useWords();
  const now = useHubNow(minuteMs);
  const today = shanghaiDayOf(now);
  const { data: axis } = useQuery(dayAxisOf(campaign, region, today));
  const since = axis && unbrokenSince(axis, now);
  const minutes = since === undefined ? 0 : Math.floor((now - since) / minuteMs);
  const unbroken = { hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, '0') };
  const gaps = (axis?.stretches ?? []).filter(({ kind }) => kind === 'gap');
  const list = gaps.map(({ from, to }) => t('time.range', { start: clock(from), end: clock(to) })).join(t('lobby.axis.comma'));
  const said = gaps.length === 0 ? t('lobby.axis.noGaps') : t('lobby.axis.gaps', { count: gaps.length, list });
  return (
    <section className={`panel ${styles.today}`} aria-labelledby="today-axis">
      <div className={styles.words}>
        <h2 id="today-axis">{t('lobby.axis')}</h2>
        <p className="num" key={minutes}>
          {axis ? (minutes > 0 ? t('lobby.axis.unbroken', unbroken) : said) : ''}
        </p>
      </div>
      <div className={styles.axis}>
        {axis ? (
          <DayAxis
            axis={axis}
            now={now}
            clock={clock}
            sentence={t('lobby.axis.sentence', { from: clock(axis.from), to: clock(axis.to), gaps: said })}
          />
        ) : null}
      </div>
      <CampaignLink to="/schedule" className={`${buttonClass('quiet')} ${styles.more}`}>
        {t('lobby.axis.schedule')}
      </CampaignLink>
    </section>
  );
}
