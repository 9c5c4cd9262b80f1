import type { LobbyChannel, QueueItem, User } from '@yunhui/contracts';
import { useQuery } from '@tanstack/react-query';
import { lazy, useCallback, useMemo } from 'react';
import { useViewer } from '../features/accounts/use-viewer.js';
import { Cockpit } from '../features/moderation/cockpit.js';
import { mayEnterDesk } from '../features/moderation/desk.rules.js';
import { ViewerHereProvider } from '../features/moderation/people/viewer-here.context.js';
import { lobbyOf } from '../platform/campaign.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useDeskThemeOn } from '../platform/desk-theme.js';
import { homeCampaign } from '../platform/home-campaign.js';
import { loadWords } from '../platform/i18n/index.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { DeskClosed } from './desk-closed.js';
import { RoomPicture } from './room-picture.js';

/** Few ever cut anything off: the sheet and its words come with the first who does. */
const CutSheet = lazy(async () => {
  const [sheet] = await Promise.all([import('../features/cuts/cut-sheet.js'), loadWords('cuts')]);
  return { default: sheet.CutSheet };
});
const cutSheetOf = (channel: string | undefined, close: () => void) => <CutSheet channel={channel} close={close} />;

/** What the lobby knows of the channels whose rooms are moderated. */
function useChannels(): ReadonlyMap<string, LobbyChannel> {
  const { data } = useQuery(lobbyOf(homeCampaign()));
  return useMemo(() => new Map(data?.channels.map((channel) => [channel.slug, channel])), [data]);
}

function Desk({ me }: { me: User }) {
  const channels = useChannels();
  const here = useMemo(() => ({ viewer: me, naming: null }), [me]);
  const stateOf = useCallback((slug: string) => channels.get(slug)?.state, [channels]);
  const titleOf = (slug: string) => channels.get(slug)?.session?.title;
  const pictureOf = ({ channel, region }: QueueItem) =>
    channel && region ? (
      <RoomPicture key={channel.slug} slug={channel.slug} region={region.key} shown={channels.get(channel.slug)} />
    ) : null;
  return (
    <ViewerHereProvider value={here}>
      <Cockpit me={me} stateOf={stateOf} titleOf={titleOf} pictureOf={pictureOf} cutSheet={cutSheetOf} />
      <ResumeBanner place="page" />
    </ViewerHereProvider>
  );
}

/** The moderators' desk. Whoever may not enter is told what it is and where to sign in. */
export function ModerationPage() {
  const { t } = useWords();
  const { viewer } = useViewer();
  useDeskThemeOn();
  usePageTitle(t('desk.title'));
  if (viewer === undefined) return <output className="unseen">{t('desk.reading')}</output>;
  if (viewer && mayEnterDesk(viewer.grants)) return <Desk key={viewer.id} me={viewer} />;
  return <DeskClosed viewer={viewer} />;
}
