import type { GuideChannel, Session } from '@yunhui/contracts';
import { shanghaiDayOf } from '@yunhui/domain';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { buttonClass } from '../../ui/button.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import { pictureAddress } from '../../platform/uploads.js';
import { Plate } from '../../ui/plate.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { Sheet } from '../../ui/sheet.js';
import styles from './session-sheet.module.css';
import { StandingBadge } from './standing-badge.js';
import { livesElsewhere, useGuideWords } from './use-guide-words.js';

const enterWords = { live: 'schedule.enterLive', interrupted: 'schedule.enterLive', replay: 'schedule.watchReplay' } as const;

function Facts({ session, channel, now }: { session: Session; channel: GuideChannel; now: number }) {
  const { t, pick, form, day, clock, timeOn, changeOf, language } = useGuideWords();
  const change = changeOf(session, shanghaiDayOf(Date.parse(session.startsAt)));
  const starts = Date.parse(session.startsAt);
  const range = t('time.range', { start: clock(starts), end: timeOn(Date.parse(session.endsAt), shanghaiDayOf(starts)) });
  return (
    <div className={styles.facts}>
      <p className={styles.when}>
        <StandingBadge session={session} now={now} />
        <time dateTime={session.startsAt}>{`${day(starts)} ${range}`}</time>
      </p>
      {change ? <p className={styles.note}>{change}</p> : null}
      {livesElsewhere(starts) ? <p className={styles.note}>{t('schedule.beijingTime')}</p> : null}
      <p className={styles.channel}>
        <ElementCell face={faceOf(channel)} />
        <span>
          <b>{pick(channel.title, channel.titleEn)}</b>
          <small lang="zh-CN">{[channel.host, language === 'zh-CN' && session.domain].filter(Boolean).join(' · ')}</small>
        </span>
        <span className={styles.form}>{form(session.form)}</span>
        {channel.sample ? <SampleMark /> : null}
      </p>
      {session.summary ? <p lang="zh-CN">{session.summary}</p> : null}
    </div>
  );
}

/** A session of the guide: what, when, whose, and what one can do with it. */
export function SessionSheet({
  session,
  channel,
  now,
  close,
  children,
}: {
  session: Session;
  channel: GuideChannel;
  now: number;
  close: () => void;
  children: ReactNode;
}) {
  const { t, pick } = useGuideWords();
  const state = session.state as keyof typeof enterWords;
  return (
    <Sheet title={pick(session.title, session.titleEn)} close={close}>
      <div className={styles.plate}>
        <Plate face={faceOf(channel)} first still={session.cover && pictureAddress(session.cover, 640)} />
      </div>
      <Facts session={session} channel={channel} now={now} />
      <div className={styles.actions}>
        <Link className={buttonClass('primary')} to="/channels/$slug" params={{ slug: session.channel }}>
          {t(enterWords[state] ?? 'schedule.enter')}
        </Link>
        {children}
      </div>
    </Sheet>
  );
}
