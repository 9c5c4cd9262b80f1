import { describe, expect, test } from 'vitest';
import { endOf, mediaOf, outlineOf } from './outline.rules.js';

const address = 'https://example.org/live/master.m3u8';
const variant = '#EXT-X-STREAM-INF:BANDWIDTH=150000,RESOLUTION=640x360,CODECS="avc1.4d401e,mp4a.40.2"\n360p.m3u8';
const read = (...lines: string[]) => outlineOf(['#EXTM3U', ...lines].join('\n'), address);

describe('the outline of a playlist', () => {
  test('says that captions or sound come apart, which need the full build', () => {
    expect(read(variant)).toEqual({ captions: false, alternateAudio: false });
    expect(read('#EXT-X-MEDIA:TYPE=SUBTITLES,GROUP-ID="s",NAME="中文",LANGUAGE="zh-CN",URI="zh.m3u8"', variant)).toMatchObject({
      captions: true,
      alternateAudio: false,
    });
    expect(read('#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="en.m3u8"', variant)).toMatchObject({ alternateAudio: true });
  });

  test('takes captions inside the picture and sound inside the variant for what they are: nothing apart', () => {
    const lines = ['#EXT-X-MEDIA:TYPE=CLOSED-CAPTIONS,GROUP-ID="c",INSTREAM-ID="CC1"', '#EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="x"'];
    expect(read(...lines, variant)).toEqual({ captions: false, alternateAudio: false });
  });

  test('names the variant without a picture, by its whole address', () => {
    const audio = '#EXT-X-STREAM-INF:BANDWIDTH=30000,CODECS="mp4a.40.2"\naudio.m3u8';
    expect(read(variant, audio).audioOnly).toBe('https://example.org/live/audio.m3u8');
  });

  test('does not guess: a variant that names no codecs may well have a picture', () => {
    expect(read('#EXT-X-STREAM-INF:BANDWIDTH=30000\nlow.m3u8').audioOnly).toBeUndefined();
  });

  test('tells nothing of a media playlist, and refuses a page', () => {
    expect(read('#EXTINF:4,', '1.m4s')).toEqual({ captions: false, alternateAudio: false });
    expect(() => outlineOf('<!doctype html>', address)).toThrow(TypeError);
  });
});

describe('a live playlist', () => {
  const media = (first: number, segments: number, more = '') =>
    `#EXTM3U\n#EXT-X-TARGETDURATION:4\n#EXT-X-MEDIA-SEQUENCE:${first}\n${'#EXTINF:4,\na.m4s\n'.repeat(segments)}${more}`;

  test('ends after its last segment', () => {
    expect(endOf(media(10, 6))).toEqual({ sequence: 16, targetS: 4 });
    expect(endOf(media(11, 6))?.sequence).toBe(17);
  });

  test.each([media(1, 3, '#EXT-X-ENDLIST\n'), '<html>', '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\na.m3u8\n', ''])('is not %j', (text) => {
    expect(endOf(text)).toBeUndefined();
  });

  test('is found from the one above it', () => {
    expect(mediaOf('#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=1\n\nlow/a.m3u8\n', 'https://a.example/live/master.m3u8')).toBe(
      'https://a.example/live/low/a.m3u8',
    );
    expect(mediaOf(media(1, 2), 'https://a.example/a.m3u8')).toBeUndefined();
  });
});
