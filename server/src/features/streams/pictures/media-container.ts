import { sightOf } from '../checkup/media-sight.js';

/** The containers of segments that have pictures. */
export type MediaContainer = 'mpegts' | 'mov';

/** What bytes are that somebody calls a segment. None: a page, sound, or anything else that is not handed on. */
export function containerOf(media: Buffer): MediaContainer | undefined {
  const { form } = sightOf(media);
  if (form === 'ts') return 'mpegts';
  return form === 'mp4' || form === 'mp4-without-index' ? 'mov' : undefined;
}
