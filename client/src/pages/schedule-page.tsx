import type { GuideChannel, Session } from '@yunhui/contracts';
import { RemindButton } from '../features/reminders/remind-button.js';
import { isRemindable, remindableOf } from '../features/reminders/remindable.js';
import { SubscribeButton } from '../features/reminders/subscribe-button.js';
import { GuideLoading } from '../features/schedule/guide-empty.js';
import { Guide } from '../features/schedule/guide.js';
import { useGuideAddress } from '../features/schedule/use-guide-address.js';
import { ShareButton } from '../features/share/share-button.js';
import { useCampaign } from '../platform/campaign.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useMedia } from '../platform/use-media.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { faceOf, provinceOf } from '../ui/element/face.js';
import { Unreachable } from '../ui/unreachable.js';

/** A session of the guide passed on: its channel's page plays it, and says when. */
function ShareSession({ session, channel }: { session: Session; channel: GuideChannel }) {
  const { t, pick, day, clock } = useWords();
  const starts = Date.parse(session.startsAt);
  const when = `${day(starts)} ${t('time.range', { start: clock(starts), end: clock(Date.parse(session.endsAt)) })}`;
  const title = pick(session.title, session.titleEn);
  const place = pick(channel.title, channel.titleEn);
  return (
    <ShareButton
      target={{ path: `/channels/${channel.slug}`, title, when, place, face: faceOf(channel), sample: channel.sample ?? false }}
    />
  );
}

/** 节目单 of the campaign, with reminders, sharing and the calendar. */
export function SchedulePage() {
  const { t, pick } = useWords();
  usePageTitle(t('schedule.title'));
  const slug = useCampaignSlug();
  const address = useGuideAddress(useMedia('(min-width: 1024px)'));
  const { data: campaign, error, refetch } = useCampaign(slug);
  if (!campaign) return <div className="wrap">{error ? <Unreachable error={error} retry={() => void refetch()} /> : <GuideLoading />}</div>;

  const { region } = address;
  const province = region ? provinceOf(region) : undefined;
  const name = province && pick(province.name, province.nameEn);
  return (
    <Guide
      campaign={campaign}
      address={address}
      subscribe={<SubscribeButton scope={{ campaign: slug, ...(region ? { region } : { all: true as const }) }} name={name ?? region} />}
      actions={(session, channel, look) => (
        <>
          {isRemindable(session.state) ? (
            <RemindButton session={remindableOf(session, channel, slug)} look={look === 'row' ? 'icon' : 'plain'} />
          ) : null}
          {look === 'sheet' ? <ShareSession session={session} channel={channel} /> : null}
        </>
      )}
    />
  );
}
