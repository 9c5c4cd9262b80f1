import { createFile, MP4BoxBuffer } from 'mp4box';
import { codecsOfTransportStream } from './transport-stream.js';

/** What the first bytes of a file are. */
export type MediaSight =
  | { form: 'mp4'; codecs: string[] }
  /** An MP4 whose index is not in these bytes. */
  | { form: 'mp4-without-index' }
  | { form: 'ts'; codecs: string[] }
  | { form: 'audio'; codecs: string[] }
  | { form: 'html' | 'other' };

const boxTypes = new Set(['ftyp', 'styp', 'moov', 'moof', 'sidx', 'emsg', 'free', 'mdat', 'prft']);

/** Looks at the start of a segment, an initialisation or a file. Bytes may be anything; nothing in them is an error. */
export function sightOf(bytes: Buffer): MediaSight {
  const inStream = codecsOfTransportStream(bytes);
  if (inStream) return { form: 'ts', codecs: inStream };
  if (boxTypes.has(bytes.toString('latin1', 4, 8))) {
    const codecs = codecsOfMp4(bytes);
    return codecs ? { form: 'mp4', codecs } : { form: 'mp4-without-index' };
  }
  const packed = packedAudio(bytes);
  if (packed) return { form: 'audio', codecs: [packed] };
  return { form: /^\s*<(!doctype|html)/i.test(bytes.toString('utf8', 0, 200)) ? 'html' : 'other' };
}

function codecsOfMp4(bytes: Buffer): string[] | undefined {
  let codecs: string[] | undefined;
  try {
    const file = createFile();
    file.onReady = ({ tracks }) => (codecs = tracks.map(({ codec }) => codec));
    const start = new ArrayBuffer(bytes.length);
    new Uint8Array(start).set(bytes);
    file.appendBuffer(MP4BoxBuffer.fromArrayBuffer(start, 0));
  } catch {
    return undefined; // boxes that lie about their lengths: nobody plays them
  }
  return codecs;
}

/** ADTS or MPEG audio without a container, with an ID3 tag before it as RFC 8216 wants, or without. */
function packedAudio(bytes: Buffer): string | undefined {
  const tagged = bytes.toString('latin1', 0, 3) === 'ID3' && bytes.length >= 10;
  const at = tagged ? 10 + ((bytes.readUInt8(6) << 21) | (bytes.readUInt8(7) << 14) | (bytes.readUInt8(8) << 7) | bytes.readUInt8(9)) : 0;
  if (at + 1 >= bytes.length || bytes.readUInt8(at) !== 0xff) return undefined;
  const sync = bytes.readUInt8(at + 1);
  if ((sync & 0xf6) === 0xf0) return 'mp4a.40.2';
  return (sync & 0xe0) === 0xe0 ? 'mp4a.6b' : undefined;
}
