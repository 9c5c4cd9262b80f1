import type { SettledMessage } from '@yunhui/contracts';
import { lazy, Suspense, useEffect, useState, type ComponentProps, type ReactNode } from 'react';
import { loadWords } from '../platform/i18n/index.js';
import { withRealtime } from '../platform/realtime.js';
import { useToldStanding } from '../platform/standing.js';
import type { OutcomeNotices } from '../features/moderation/people/outcome-notices.js';

/** Without it the page is whole: what could not be told now is told with the next connection. */
const Notices = lazy(async () => {
  try {
    const [code] = await Promise.all([import('../features/moderation/people/outcome-notices.js'), loadWords('people')]);
    return { default: (props: ComponentProps<typeof OutcomeNotices>): ReactNode => <code.OutcomeNotices {...props} /> };
  } catch {
    return { default: (): ReactNode => null };
  }
});

/** On every page: what one should be told of one's reports, appeals and messages. Its code comes with the first of it. */
export function OutcomeWatch() {
  const told = useToldStanding();
  const [takenBack, take] = useState<SettledMessage>();
  const [watching, watch] = useState(false);
  useEffect(
    () =>
      withRealtime((client) =>
        client.onSettled((settled) => {
          if (settled.status === 'retracted') take(settled);
        }),
      ),
    [],
  );
  const some = takenBack !== undefined || (told?.outcomes?.length ?? 0) > 0;
  if (some && !watching) watch(true);
  return watching ? (
    <Suspense>
      <Notices takenBack={takenBack} />
    </Suspense>
  ) : null;
}
