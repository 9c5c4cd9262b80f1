import type { LinkVerdict } from '@yunhui/contracts';
import type { DoubleBehaviour } from '@yunhui/demo';
import { describe, expect, test } from 'vitest';
import type { DoubleOrigin } from '../../harness/double-origin.js';
import type { SpawnedHub } from '../../harness/hub.js';
import { faultSize, note } from '../fault-size.js';
import { checkedUp, checkUpLines, cookieOf } from '../parts/check-ups.js';

type Stage = () => { hub: SpawnedHub; origin: DoubleOrigin };

const promisedMs = 8_000;
const verdicts: readonly (readonly [DoubleBehaviour, LinkVerdict, string])[] = [
  ['good', 'OK', 'all.good'],
  ['stall', 'STALLED', 'edge.stands'],
  ['gone', 'DEAD', 'http.gone'],
  ['lost-segments', 'DEAD', 'segment.gone'],
  ['no-cors', 'CORS', 'cors.refused'],
  ['html', 'NOT_HLS', 'playlist.html'],
  ['expired', 'AUTH', 'http.locked'],
  ['locked', 'AUTH', 'http.locked'],
  ['region', 'GEO', 'http.region'],
  ['failing', 'DEAD', 'http.failing'],
  ['slow', 'SLOW', 'segment.slow'],
  ['empty', 'NOT_LIVE', 'playlist.empty'],
  ['over', 'OK', 'all.good-recording'],
  ['hevc', 'CODEC', 'codecs.unplayed'],
  ['drm', 'CODEC', 'codecs.locked'],
];

/** Each double has its verdict, in time, with words in both languages. */
export function streamVerdictRows(stage: Stage): void {
  describe.concurrent('streams', () => {
    test.for(verdicts)('streams: a link that is %s is %s (%s) within 8 s', async ([behaviour, verdict, code], { expect }) => {
      const { hub, origin } = stage();
      const cookie = await cookieOf(hub.address, 'operator');
      const checked = await checkedUp(hub.address, cookie, origin.playlist(behaviour));
      note(`streams: ${behaviour} is ${checked.verdict} after ${checked.tookMs} ms`);
      expect([checked.verdict, checked.finding.code]).toEqual([verdict, code]);
      expect(checked.finding.says.zh).toMatch(/\p{Script=Han}/u);
      expect(checked.finding.says.en).toMatch(/^[A-Z]/);
      expect(checked.tookMs).toBeLessThanOrEqual(faultSize.within(promisedMs));
    });
  });

  test('streams: a signature whose time is over is told from one that is missing', async () => {
    const { hub, origin } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    const over = await checkedUp(hub.address, cookie, `${origin.playlist('expired')}?auth_key=1600000000-0-0-abc`);
    expect([over.verdict, over.finding.code]).toEqual(['AUTH', 'http.expired']);
  });

  test('streams: a recording where a live stream is expected is no live stream', async () => {
    const { hub, origin } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    const checked = await checkedUp(hub.address, cookie, origin.playlist('over'), 'hls-live');
    expect([checked.verdict, checked.sight.kind]).toEqual(['NOT_LIVE', 'hls-vod']);
  });

  test('streams: a check-up tells each step as it is done, and sees what plays', async () => {
    const { hub, origin } = stage();
    const cookie = await cookieOf(hub.address, 'operator');
    const lines = await checkUpLines(hub.address, cookie, { address: `直播地址：${origin.playlist('good')}，请查收` });
    const steps = lines.flatMap((line) => (line.line === 'step' ? [line.step] : []));
    expect(steps).toEqual([
      'address',
      'dns',
      'tls',
      'http',
      'playlist',
      'variant',
      'segment',
      'cors',
      'mixed',
      'codecs',
      'edge',
      'tracks',
      'captions',
    ]);
    const [last] = lines.slice(-1);
    expect(last).toMatchObject({ outcome: { sight: { kind: 'hls-live', hasVideo: true, variants: 2, targetMs: 4_000 } } });
  });
}
