/** What every browser that the hub is for plays: H.264, AAC and MP3 everywhere; Opus and FLAC by now. */
const playedEverywhere = /^(avc[13](\.|$)|mp4a\.40\.(2|5|29|34|42)$|mp4a\.(69|6b)$|mp3$|opus$|flac$)/i;
const videoCodecs = /^(avc|hvc|hev|dvh|vp0?[89]|av01|mp4v|mpeg[12]video|vvc|vvi|avs)/i;
const audioCodecs = /^(mp4a|mp3|ac-[34]|ec-3|opus|flac|dts|alac)/i;
const captionCodecs = /^(stpp|wvtt)/i;

/** What of these codecs some browsers do not play: HEVC, AV1, AC-3 and the like. */
export function unplayedIn(codecs: readonly string[]): string[] {
  return codecs.filter((codec) => !playedEverywhere.test(codec) && !captionCodecs.test(codec));
}

/** Whether there is a picture and whether there is sound. */
export function tracksIn(codecs: readonly string[]): { hasVideo: boolean; hasAudio: boolean } {
  return { hasVideo: codecs.some((codec) => videoCodecs.test(codec)), hasAudio: codecs.some((codec) => audioCodecs.test(codec)) };
}
