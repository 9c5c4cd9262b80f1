import type { Channel, Session } from '@yunhui/contracts';
import { Suspense, useState } from 'react';
import { FollowButton } from '../features/following/follow-button.js';
import { LateRemindSheet } from '../features/reminders/late-remind-sheet.js';
import { RemindButton, type RemindLook } from '../features/reminders/remind-button.js';
import { isRemindable, remindableOf } from '../features/reminders/remindable.js';
import { ShareButton } from '../features/share/share-button.js';
import { useWords } from '../platform/i18n/use-words.js';
import { faceOf } from '../ui/element/face.js';

/** A channel as a reminder knows it. */
const channelOf = ({ slug, region, title, titleEn, sample }: Channel) => ({ slug, region: region.key, title, titleEn, sample });

/** Offers to remind of a session of this channel that has not begun. */
export function RemindOf({ session, channel, look = 'icon' }: { session: Session; channel: Channel; look?: RemindLook }) {
  if (!isRemindable(session.state)) return null;
  return <RemindButton session={remindableOf(session, channelOf(channel), channel.campaign)} look={look} />;
}

/** Follows the channel; who begins to is offered to be reminded of what comes next, if something does. */
export function FollowChannel({ channel }: { channel: Channel }) {
  const { t, pick } = useWords();
  const [reminding, remind] = useState(false);
  const next = [channel.current, channel.next].find((session) => session && isRemindable(session.state));
  return (
    <>
      <FollowButton
        slug={channel.slug}
        name={pick(channel.title, channel.titleEn)}
        offer={next && { label: t('follow.remind'), act: () => remind(true) }}
      />
      {reminding && next ? (
        <Suspense>
          <LateRemindSheet session={remindableOf(next, channelOf(channel), channel.campaign)} close={() => remind(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Passes the channel on, with what it shows now. */
export function ShareChannel({ channel, title }: { channel: Channel; title: string }) {
  const { t, pick, day, clock } = useWords();
  const { slug, region, current, sample } = channel;
  const starts = current && Date.parse(current.startsAt);
  const when = current && starts && `${day(starts)} ${t('time.range', { start: clock(starts), end: clock(Date.parse(current.endsAt)) })}`;
  return (
    <ShareButton
      target={{
        path: `/channels/${slug}`,
        title,
        place: pick(channel.title, channel.titleEn),
        face: faceOf({ slug, region: region.key, title: channel.title }),
        sample,
        ...(when && { when }),
      }}
    />
  );
}
