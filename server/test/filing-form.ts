import { randomUUID } from 'node:crypto';
import type { ActivityForm } from '@yunhui/contracts';

/** A form with nothing to mend: one live session on 28 September 2023. */
export function aForm(changes: Partial<ActivityForm> = {}): ActivityForm {
  const time = {
    precision: 'exact',
    startsAt: '2023-09-28T15:00:00+08:00',
    endsAt: '2023-09-28T16:30:00+08:00',
    tentative: false,
  } as const;
  return {
    title: '“遇见恐龙”广西恐龙发现六十周年展示',
    summary: '看一具真的骨架怎样装起来。',
    mode: 'online',
    block: 'regional',
    forms: ['直播'],
    domains: ['科学教育'],
    programmeTags: [],
    time,
    hosts: [],
    undertakers: [],
    coOrganizers: [],
    sessions: [
      {
        id: randomUUID(),
        title: '恐龙醒来',
        form: '直播',
        time,
        links: [{ address: 'https://live.example.org/a.m3u8', verdict: 'OK' }],
        captions: true,
      },
    ],
    ...changes,
  };
}
