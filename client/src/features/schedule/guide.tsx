import type { Campaign, GuideChannel, Session } from '@yunhui/contracts';
import { useMemo, useState, type ReactNode } from 'react';
import { useHubNow } from '../../platform/clock.js';
import { Unreachable } from '../../ui/unreachable.js';
import { DayList } from './day-list.js';
import { serviceSpan, weekOf } from './days.rules.js';
import { EpgGrid } from './epg-grid.js';
import { GuideAxis } from './guide-axis.js';
import { GuideEmpty, GuideLoading } from './guide-empty.js';
import { GuideHead } from './guide-head.js';
import styles from './guide.module.css';
import type { GuideDay, SessionActions } from './guide.types.js';
import { SessionSheet } from './session-sheet.js';
import type { GuideAddress } from './use-guide-address.js';
import { useGuideWords } from './use-guide-words.js';
import { MOST_KEYS, useDayAxes, useLiveDay } from './use-schedule.js';
import { WeekView } from './week-view.js';

type GuideProps = { campaign: Campaign; address: GuideAddress; actions: SessionActions; subscribe: ReactNode };

const concernsNow = ({ state }: Session): boolean => state === 'live' || state === 'interrupted' || state === 'due';

/** Only what has the form that is asked for; a gap is a gap whatever the form. */
function useWanted(schedule: ReturnType<typeof useLiveDay>['schedule'], form: string | undefined) {
  return useMemo(
    () => (schedule && form ? { ...schedule, sessions: schedule.sessions.filter((session) => session.form === form) } : schedule),
    [schedule, form],
  );
}

/** The day in the view that is asked for, and the sheet of what was opened in it. */
function GuideOfDay({
  campaign,
  address,
  actions,
  report,
  live,
}: Omit<GuideProps, 'subscribe'> & { report: (slugs: readonly string[]) => void; live: ReturnType<typeof useLiveDay> }) {
  const now = useHubNow(15_000);
  const [opened, open] = useState<Session>();
  const schedule = useWanted(live.schedule, address.form);
  const channels = useMemo(() => new Map(schedule?.channels.map((channel): [string, GuideChannel] => [channel.slug, channel])), [schedule]);
  const service = useMemo(() => serviceSpan(address.day, campaign.serviceHours), [address.day, campaign.serviceHours]);
  if (!schedule) return <GuideLoading />;
  if (schedule.sessions.length === 0 && schedule.undated.length === 0 && schedule.gaps.length === 0)
    return <GuideEmpty address={address} />;

  const guide: GuideDay = { day: address.day, now, at: address.at, schedule, channels, tiles: live.tiles, open, actions };
  const session = opened && (schedule.sessions.find(({ id }) => id === opened.id) ?? opened);
  const channel: GuideChannel | undefined =
    session &&
    (channels.get(session.channel) ?? { slug: session.channel, title: session.channel, titleEn: session.channel, region: campaign.region });
  return (
    <>
      {address.view === 'grid' ? (
        <EpgGrid guide={guide} service={service} report={report} />
      ) : (
        <DayList guide={guide} region={address.region} />
      )}
      {session && channel ? (
        <SessionSheet session={session} channel={channel} now={now} close={() => open(undefined)}>
          {actions(session, channel, 'sheet')}
        </SessionSheet>
      ) : null}
    </>
  );
}

/** 节目单: days, axis, and the day as a list or as a grid. */
export function Guide({ campaign, address, actions, subscribe }: GuideProps) {
  const { day: dayWords, clock } = useGuideWords();
  const now = useHubNow(15_000);
  const scope = { campaign: campaign.slug, region: address.region };
  const week = weekOf(address.day, campaign.windows);
  const [inSight, setInSight] = useState<readonly string[]>([]);
  const [followed, follow] = useState<readonly string[]>([]);
  const live = useLiveDay(scope, address.day, followed);
  const [axis] = useDayAxes(scope, [address.day]);

  // The grid says which rows are drawn; the list follows what is on or about to be.
  const sessions = live.schedule?.sessions;
  const isToday = address.day === address.today;
  const wanted = !isToday
    ? []
    : address.view === 'grid'
      ? inSight
      : [...new Set(sessions?.filter(concernsNow).map(({ channel }) => channel))];
  const next = wanted.slice(0, MOST_KEYS).toSorted();
  if (next.join(' ') !== followed.join(' ')) follow(next);

  return (
    <div className={`wrap ${styles.guide}`}>
      <GuideHead campaign={campaign} address={address} forms={[...new Set(sessions?.map(({ form }) => form))]} subscribe={subscribe} />
      {live.error && !live.schedule ? (
        <Unreachable error={live.error} retry={live.retry} />
      ) : address.view === 'week' ? (
        <WeekView scope={scope} week={week} now={now} address={address} />
      ) : (
        <>
          <section className={`panel ${styles.axis}`}>
            {axis ? <GuideAxis axis={axis} now={now} label={dayWords(axis.from)} goTo={(at) => address.go({ at: clock(at) })} /> : null}
          </section>
          <GuideOfDay campaign={campaign} address={address} actions={actions} report={setInSight} live={live} />
        </>
      )}
    </div>
  );
}
