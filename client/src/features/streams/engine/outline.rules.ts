/** What a playlist says about itself before anything of it is played. */
export type Outline = {
  /** Captions in renditions of their own: the light build of hls.js has nothing for them. */
  captions: boolean;
  /** Sound in renditions of its own: only the full build plays it. */
  alternateAudio: boolean;
  /** A variant without a picture, for who only listens. */
  audioOnly?: string;
};

/** EXT-X-MEDIA and EXT-X-STREAM-INF carry `NAME=value` pairs, some quoted (RFC 8216, 4.2). */
function attributesOf(line: string): ReadonlyMap<string, string> {
  const pairs = line.matchAll(/([A-Z0-9-]+)=(?:"([^"]*)"|([^,]*))/g);
  return new Map([...pairs].map(([, name = '', quoted, plain]) => [name, quoted ?? plain ?? '']));
}

const isPicture = (codec: string): boolean => /^(avc|hvc|hev|vp0?[89]|av01|dvh|mp4v)/i.test(codec.trim());

/** A variant is without a picture when it says so: it names codecs, none of them a picture's, and no resolution. */
function isAudioOnly(attributes: ReadonlyMap<string, string>): boolean {
  const codecs = attributes.get('CODECS')?.split(',') ?? [];
  return codecs.length > 0 && !codecs.some(isPicture) && !attributes.has('RESOLUTION');
}

/** Reads a multivariant playlist; of a media playlist there is nothing to tell. Throws on what is no playlist at all: a page, an error. */
export function outlineOf(playlist: string, address: string): Outline {
  const lines = playlist.split(/\r?\n/).map((line) => line.trim());
  if (!lines[0]?.startsWith('#EXTM3U')) throw new TypeError('not a playlist');
  const renditions = lines.filter((line) => line.startsWith('#EXT-X-MEDIA:')).map(attributesOf);
  const silent = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF:') && isAudioOnly(attributesOf(line)));
  const uri = silent < 0 ? undefined : lines.slice(silent + 1).find((line) => line !== '' && !line.startsWith('#'));
  return {
    captions: renditions.some((rendition) => rendition.get('TYPE') === 'SUBTITLES' && rendition.has('URI')),
    alternateAudio: renditions.some((rendition) => rendition.get('TYPE') === 'AUDIO' && rendition.has('URI')),
    ...(uri === undefined ? {} : { audioOnly: new URL(uri, address).href }),
  };
}

/** The first media playlist that a multivariant one leads to; undefined of a media playlist. */
export function mediaOf(playlist: string, address: string): string | undefined {
  const lines = playlist.split(/\r?\n/).map((line) => line.trim());
  const variant = lines.findIndex((line) => line.startsWith('#EXT-X-STREAM-INF:'));
  const uri = variant < 0 ? undefined : lines.slice(variant + 1).find((line) => line !== '' && !line.startsWith('#'));
  return uri === undefined ? undefined : new URL(uri, address).href;
}

/** Where a live media playlist ends: the number after its last segment. Undefined of what is none, or goes on no more. */
export function endOf(playlist: string): { sequence: number; targetS: number } | undefined {
  const targetS = Number(/^#EXT-X-TARGETDURATION:(\d+)/m.exec(playlist)?.[1]);
  if (!playlist.startsWith('#EXTM3U') || !(targetS > 0) || /^#EXT-X-ENDLIST/m.test(playlist)) return undefined;
  const first = Number(/^#EXT-X-MEDIA-SEQUENCE:(\d+)/m.exec(playlist)?.[1] ?? 0);
  return { sequence: first + (playlist.match(/^#EXTINF:/gm)?.length ?? 0), targetS };
}
