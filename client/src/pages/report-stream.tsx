import type { Channel } from '@yunhui/contracts';
import { useBecomeGuest } from '../features/accounts/use-becoming.js';
import { useViewer } from '../features/accounts/use-viewer.js';
import { StreamReportButton } from '../features/moderation/people/stream-report-button.js';
import { NameForm } from '../features/topics/name-form.js';
import { refusalOf } from '../platform/http.js';

/** Reports what plays on a channel; who has no name yet says it first. */
export function ReportStream({ channel, title }: { channel: Channel; title: string }) {
  const { viewer } = useViewer();
  const becoming = useBecomeGuest();
  const naming = viewer ? undefined : <NameForm take={becoming.mutate} busy={becoming.isPending} refused={refusalOf(becoming.error)} />;
  return <StreamReportButton channel={channel.slug} session={channel.current?.id} title={title} naming={naming} />;
}
