import type { DoubleBehaviour } from '@yunhui/demo';
import { anOperator, liveLink } from './planned.js';

/** A session that has begun, with two sources of the demo that behave as they are told. */
export type TwoSources = {
  /** Tells the better source how to behave from now on. */
  tell(behaviour: DoubleBehaviour): Promise<void>;
};

let planned = 0;

/** Plans it on a channel for an hour from now on; the operator does it by HTTP. */
export async function twoSourcesOn(address: string, channel: string): Promise<TwoSources> {
  const operator = await anOperator(address);
  const [best, spare] = [`best-${(planned += 1)}`, `spare-${planned}`];
  const link = (key: string) => liveLink(`/demo/double/${key}/tide/master.m3u8`);
  await operator.plan(channel, { inMs: 2_000, lastsMs: 3_600_000 }, [link(best), link(spare)]);
  return { tell: (behaviour) => operator.post(`/demo/doubles/${best}`, { behaviour }) };
}
