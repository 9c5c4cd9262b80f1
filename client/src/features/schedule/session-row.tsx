import type { Session } from '@yunhui/contracts';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import { SampleMark } from '../../ui/sample-mark.js';
import styles from './day-list.module.css';
import type { GuideDay } from './guide.types.js';
import { lookOf, StandingBadge } from './standing-badge.js';
import { useGuideWords } from './use-guide-words.js';

/** What follows the title: how long it still runs and who watches, how soon it begins, or whose it is. */
function useRowDetail(session: Session, { tiles, channels, now, day }: GuideDay): string {
  const { t, pick, form, timeOn, left, viewers, changeOf } = useGuideWords();
  const channel = channels.get(session.channel);
  const ends = timeOn(Date.parse(session.endsAt), day);
  const name = channel && pick(channel.host ?? channel.title, channel.host ? undefined : channel.titleEn);
  const change = changeOf(session, day);
  if (session.cancelled && change) return [change, name].filter(Boolean).join(' · ');
  if (session.repeat) return [change, t('schedule.repeatUntil', { time: ends })].filter(Boolean).join(' · ');
  if (session.state === 'live' || session.state === 'interrupted') {
    const watching = tiles.get(session.channel)?.viewers ?? 0;
    return [t('schedule.until', { time: ends }), watching > 0 && viewers(watching)].filter(Boolean).join(' · ');
  }
  const starts = Date.parse(session.startsAt);
  const soon = session.state === 'due' && starts > now && left(starts - now);
  return [change, soon, name, form(session.form)].filter(Boolean).join(' · ');
}

export function SessionRow({ session, guide }: { session: Session; guide: GuideDay }) {
  const { pick, timeOn } = useGuideWords();
  const detail = useRowDetail(session, guide);
  const channel = guide.channels.get(session.channel);
  const quiet = session.state === 'scheduled' && !session.repeat;
  return (
    <li className={styles.row} data-look={lookOf(session)} data-session={session.id}>
      <time dateTime={session.startsAt}>{timeOn(Date.parse(session.startsAt), guide.day)}</time>
      <button type="button" className={styles.open} onClick={() => guide.open(session)} aria-haspopup="dialog">
        {channel ? <ElementCell face={faceOf(channel)} /> : null}
        <span className={styles.text}>
          {quiet ? null : <StandingBadge session={session} now={guide.now} />}
          <b lang={session.titleEn ? undefined : 'zh-CN'}>{pick(session.title, session.titleEn)}</b>
          <small className="num">
            {detail} {channel?.sample ? <SampleMark /> : null}
          </small>
        </span>
      </button>
      {channel ? guide.actions(session, channel, 'row') : null}
    </li>
  );
}
