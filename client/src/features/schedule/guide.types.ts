import type { GuideChannel, LobbyChannel, Schedule, Session } from '@yunhui/contracts';
import type { ShanghaiDay } from '@yunhui/domain';
import type { ReactNode } from 'react';

/** What the page lets one do with a session: the features that do it are none of the guide's. */
export type SessionActions = (session: Session, channel: GuideChannel, look: 'row' | 'sheet') => ReactNode;

/** A day as both views of it draw it. */
export type GuideDay = {
  day: ShanghaiDay;
  now: number;
  /** The moment that the reader asked for. */
  at: number | undefined;
  schedule: Schedule;
  channels: ReadonlyMap<string, GuideChannel>;
  /** For viewer numbers. */
  tiles: ReadonlyMap<string, LobbyChannel>;
  open: (session: Session) => void;
  actions: SessionActions;
};
