import { randomUUID } from 'node:crypto';
import type { ActivityForm, Filing } from '@yunhui/contracts';
import { type Answered, signedIn } from './signed-in.js';

/** What the demo's host files by HTTP: journeys of reviewers begin where it has been handed in. */
export type Filer = {
  /** Hands in an activity of a unit, with one live session; what is late needs a reason. */
  submit(organization: string, changes: Partial<ActivityForm> & Pick<ActivityForm, 'title'>, reason?: string): Promise<Filing>;
  /** Changes what came back, and hands it in again. */
  resubmit(id: string, changes: Partial<ActivityForm>): Promise<Filing>;
};

/** A day on which one files in good time for 28 September 2023, a Thursday. */
export const filingDay = '2023-09-08T10:00:00+08:00';

/** On site, with no session: as many as one likes, none in another's way. */
export const onSite = { mode: 'offline', forms: [], sessions: [] } as const satisfies Partial<ActivityForm>;

const time = {
  precision: 'exact',
  startsAt: '2023-09-28T15:00:00+08:00',
  endsAt: '2023-09-28T16:30:00+08:00',
  tentative: false,
} as const;

export async function aFiler(address: string): Promise<Filer> {
  const host = await signedIn(address, 'host');
  const handIn = async ({ id, version }: Filing, form: ActivityForm, reason?: string): Promise<Filing> => {
    const saved = done(await host.put<Filing>(`filings/${id}`, { version, form }));
    return done(await host.post<Filing>(`filings/${id}/submit`, { version: saved.version, ...(reason && { reason }) }));
  };
  return {
    submit: async (organization, changes, reason) => {
      const begun = done(await host.post<Filing>('filings', { organization, campaign: 'bagui-2023' }));
      const session = { id: randomUUID(), title: '预警怎样抢出几秒', form: '直播', time, captions: true } as const;
      const form: ActivityForm = {
        ...begun.form,
        summary: '走进广西地震台，了解地震预警怎样抢出几秒。',
        mode: 'hybrid',
        block: 'regional',
        forms: ['直播'],
        domains: ['应急科普'],
        time,
        place: { text: '广西地震台', tentative: false },
        audience: '线下 120 人，线上不限',
        riskPlan: '报告厅两侧出口常开，安全员两名。',
        sessions: [{ ...session, links: [{ address: 'https://live.example.org/gxdz.m3u8', verdict: 'OK' }] }],
      };
      return handIn(begun, { ...form, ...changes }, reason);
    },
    resubmit: async (id, changes) => {
      const returned = done(await host.get<Filing>(`filings/${id}`));
      return handIn(returned, { ...returned.form, ...changes });
    },
  };
}

function done<Body>({ status, body }: Answered<Body>): Body {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
