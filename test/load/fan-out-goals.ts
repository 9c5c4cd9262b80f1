import type { FanOut } from './fan-out-bench.js';
import { round } from './figures.js';

/** The hub's cost of a delivery by that of a peer. */
export type Ratios = Record<'stockBy20' | 'stockBy100' | 'stock100By1000' | 'floorBy20' | 'floorBy100' | 'floorBy1000', number>;

const costOf = (results: readonly FanOut[], system: FanOut['system'], perSecond: number): number =>
  results.find((one) => one.system === system && one.perSecond === perSecond)?.microsPerDelivery ?? Number.NaN;

export function ratiosOf(results: readonly FanOut[]): Ratios {
  const hub = (perSecond: number) => costOf(results, 'hub', perSecond);
  return {
    stockBy20: round(costOf(results, 'stock', 20) / hub(20), 2),
    stockBy100: round(costOf(results, 'stock', 100) / hub(100), 2),
    stock100By1000: round(costOf(results, 'stock', 100) / hub(1_000), 2),
    floorBy20: round(hub(20) / costOf(results, 'floor', 20), 2),
    floorBy100: round(hub(100) / costOf(results, 'floor', 100), 2),
    floorBy1000: round(hub(1_000) / costOf(results, 'floor', 1_000), 2),
  };
}

const leastDeliveriesASecondOfCpu = 1_800_000;
const mostP99Ms = 400;

/** What goal 1 asks and this run did not give. Peers that lose deliveries are only said, not judged. */
export function brokenPromises(results: readonly FanOut[], ratios: Ratios): string[] {
  const fast = results.find(({ system, perSecond }) => system === 'hub' && perSecond === 1_000);
  const perCpuSecond = 1e6 / (fast?.microsPerDelivery ?? Number.NaN);
  const promises: [boolean, string][] = [
    [results.every(({ system, share }) => system !== 'hub' || share === 1), 'not everything that was said was delivered'],
    [perCpuSecond >= leastDeliveriesASecondOfCpu, `${round(perCpuSecond / 1e6, 2)} M deliveries a CPU second at 1,000/s, promised 1.8`],
    [(fast?.p99Ms ?? Infinity) <= mostP99Ms, `p99 ${fast?.p99Ms} ms at 1,000/s, promised ${mostP99Ms}`],
    [ratios.stock100By1000 >= 15, `${ratios.stock100By1000} × below stock at 1,000/s, promised 15`],
    [ratios.stockBy100 >= 5, `${ratios.stockBy100} × below stock at 100/s, promised 5`],
    [ratios.floorBy1000 <= 4, `${ratios.floorBy1000} × the floor at 1,000/s, promised 4`],
    [ratios.floorBy20 <= 1.5, `${ratios.floorBy20} × the floor at 20/s, promised 1.5`],
  ];
  return promises.flatMap(([kept, broken]) => (kept ? [] : [broken]));
}

/** One line of the table. */
export function line({ system, perSecond, deliveries, share, microsPerDelivery, spread, p50Ms, p99Ms }: FanOut): string {
  const latency = p99Ms === undefined ? '' : `, p50 ${p50Ms} ms, p99 ${p99Ms} ms`;
  return `fan-out: ${system} at ${perSecond}/s: ${deliveries} deliveries (${round(share * 100)} %), ${microsPerDelivery} µs each ± ${spread}${latency}`;
}
