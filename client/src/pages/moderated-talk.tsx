import type { User } from '@yunhui/contracts';
import { useMemo, type ReactNode } from 'react';
import { moderationSlots } from '../features/moderation/people/moderation-slots.js';
import { PeopleSheets } from '../features/moderation/people/people-sheets.js';
import { ViewerHereProvider } from '../features/moderation/people/viewer-here.context.js';
import { ModerationSlotsProvider } from '../features/topics/moderation-slots.context.js';

/** A conversation in which one can report, appeal and, with the role for it, moderate. */
export function ModeratedTalk({ viewer, naming, children }: { viewer: User | null | undefined; naming: ReactNode; children: ReactNode }) {
  const here = useMemo(() => ({ viewer, naming }), [viewer, naming]);
  return (
    <ViewerHereProvider value={here}>
      <ModerationSlotsProvider value={moderationSlots}>{children}</ModerationSlotsProvider>
      <PeopleSheets />
    </ViewerHereProvider>
  );
}
