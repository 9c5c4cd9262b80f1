import type { Clip } from './clips.js';
import { inTheStream } from './media-time.js';
import { onlyTrack, onlyTrackOfInit, tracks } from './parts.js';
import { liveWindow, multivariantPlaylist } from './playlists.js';

/** Sounds to choose from, under the picture of any clip: each is that of another clip. The first is the one that plays. */
const sounds = [
  { name: '现场声', language: 'zh-CN', clip: 'tide' },
  { name: 'Chord', language: 'en', clip: 'aurora' },
] as const;

export type SoundsAnswer = { contentType: string; body: Buffer | string };

const playlist = (body: string): SoundsAnswer => ({ contentType: 'application/vnd.apple.mpegurl', body });

/**
 * The endless stream with its sound apart (RFC 8216, 4.3.4.1): `master.m3u8`, `{rendition}.m3u8` with the picture alone,
 * `sound-{clip}.m3u8`, and their segments at `{rendition}/{file}` and `sound-{clip}/{file}`.
 */
export function answerSounds(
  clip: Clip,
  clips: ReadonlyMap<string, Clip>,
  [first = '', file]: readonly string[],
  nowMs: number,
): SoundsAnswer | undefined {
  const name = file === undefined ? (/^([a-z0-9-]+)\.m3u8$/.exec(first)?.[1] ?? '') : first;
  if (file === undefined && name === 'master') return playlist(multivariant(clip));
  const sound = sounds.find(({ clip: slug }) => name === `sound-${slug}`);
  const source = sound ? clips.get(sound.clip) : clip;
  const rendition = sound ? source?.renditions[0]?.name : clip.renditions.find((known) => known.name === name)?.name;
  if (!source || rendition === undefined) return undefined;
  if (file === undefined) {
    return playlist(liveWindow(source, nowMs, [`#EXT-X-MAP:URI="${name}/init.mp4"`], (number) => `${name}/${number}.m4s`));
  }
  const body = bytesIn(source, rendition, file, sound ? tracks.sound : tracks.picture);
  return body && { contentType: 'video/mp4', body };
}

function multivariant(clip: Clip): string {
  const group = sounds.map(
    ({ name, language, clip: slug }, at) =>
      `#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sounds",LANGUAGE="${language}",NAME="${name}",AUTOSELECT=YES,DEFAULT=${at === 0 ? 'YES' : 'NO'},URI="sound-${slug}.m3u8"`,
  );
  return multivariantPlaylist(clip)
    .replaceAll(/^(#EXT-X-STREAM-INF:.*)$/gm, '$1,AUDIO="sounds"')
    .replace('#EXT-X-STREAM-INF', `${group.join('\n')}\n#EXT-X-STREAM-INF`);
}

function bytesIn(clip: Clip, rendition: string, file: string, track: number): Buffer | undefined {
  const init = clip.files.get(`${rendition}/init.mp4`);
  if (file === 'init.mp4') return init && onlyTrackOfInit(init, track);
  const number = /^(\d{1,12})\.m4s$/.exec(file)?.[1];
  const segment = number === undefined ? undefined : inTheStream(clip, rendition, Number(number));
  return segment && onlyTrack(segment, track);
}
