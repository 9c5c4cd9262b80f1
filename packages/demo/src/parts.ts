/** A box (ISO/IEC 14496-12): its type, where it begins, where its content does, and where it ends. */
type Box = { type: string; start: number; at: number; end: number };

/** The samples of one track in a segment, as its `traf` lists them. */
type Track = { tfhd: Buffer; begins: bigint; ticks: number; sizes: readonly number[]; firstFlags: number | undefined; bytesAt: number };

function* boxesIn(bytes: Buffer, from: number, to: number): Generator<Box> {
  for (let start = from; start + 8 <= to;) {
    const end = start + bytes.readUInt32BE(start);
    yield { type: bytes.toString('latin1', start + 4, start + 8), start, at: start + 8, end };
    start = end;
  }
}

function child(bytes: Buffer, { at, end }: Pick<Box, 'at' | 'end'>, wanted: string): Box {
  for (const box of boxesIn(bytes, at, end)) if (box.type === wanted) return box;
  throw new RangeError(`a segment without ${wanted}`);
}

function box(type: string, ...content: readonly Buffer[]): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(8 + content.reduce((sum, { length }) => sum + length, 0));
  head.write(type, 4, 'latin1');
  return Buffer.concat([head, ...content]);
}

const numbers = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4);
  for (const [place, value] of values.entries()) bytes.writeUInt32BE(value, place * 4);
  return bytes;
};

const hasFirstFlags = 0x4;

/** Needs data offsets and sizes in the `trun`, and all else that samples share in the `tfhd`, as ffmpeg writes them. */
function trackOf(segment: Buffer, moof: Box, traf: Box): Track {
  const tfhd = child(segment, traf, 'tfhd');
  const trun = child(segment, traf, 'trun');
  const flags = segment.readUInt32BE(trun.at) & 0xffffff;
  const count = segment.readUInt32BE(trun.at + 4);
  const sizesAt = trun.at + (flags & hasFirstFlags ? 16 : 12);
  return {
    tfhd: segment.subarray(tfhd.start, tfhd.end),
    begins: segment.readBigUInt64BE(child(segment, traf, 'tfdt').at + 4),
    ticks: segment.readUInt32BE(tfhd.at + 8),
    sizes: Array.from({ length: count }, (_, at) => segment.readUInt32BE(sizesAt + at * 4)),
    firstFlags: flags & hasFirstFlags ? segment.readUInt32BE(trun.at + 12) : undefined,
    bytesAt: moof.start + segment.readUInt32BE(trun.at + 8),
  };
}

const sum = (sizes: readonly number[]): number => sizes.reduce((all, size) => all + size, 0);

/** The samples of a track that are in a part, with their bytes. */
function cut(segment: Buffer, { sizes, begins, ticks, bytesAt, firstFlags, ...track }: Track, part: number, parts: number) {
  const [first, last] = [part, part + 1].map((place) => Math.round((sizes.length * place) / parts)) as [number, number];
  const from = bytesAt + sum(sizes.slice(0, first));
  const own = sizes.slice(first, last);
  return {
    ...track,
    sizes: own,
    begins: begins + BigInt(first * ticks),
    firstFlags: first === 0 ? firstFlags : undefined,
    bytes: segment.subarray(from, from + sum(own)),
  };
}

function trafOf({ tfhd, begins, sizes, firstFlags }: ReturnType<typeof cut>, dataAt: number): Buffer {
  const time = Buffer.alloc(12);
  time.writeUInt32BE(0x01000000);
  time.writeBigUInt64BE(begins, 4);
  const head = firstFlags === undefined ? [0x201, sizes.length, dataAt] : [0x205, sizes.length, dataAt, firstFlags];
  return box('traf', tfhd, box('tfdt', time), box('trun', numbers(...head, ...sizes)));
}

/** A fragment with these samples and no others. */
function fragment(segment: Buffer, moof: Box, samples: readonly ReturnType<typeof cut>[]): Buffer {
  const mfhd = child(segment, moof, 'mfhd');
  const moofWith = (firstAt: number): Buffer => {
    let at = firstAt;
    const trafs = samples.map((track) => {
      const traf = trafOf(track, at);
      at += track.bytes.length;
      return traf;
    });
    return box('moof', segment.subarray(mfhd.start, mfhd.end), ...trafs);
  };
  const headBytes = moofWith(0).length + 8;
  return Buffer.concat([moofWith(headBytes), box('mdat', ...samples.map(({ bytes }) => bytes))]);
}

/** The tracks of a segment; `only` one of them where a number is given. */
function tracksOf(segment: Buffer, moof: Box, only?: number): Track[] {
  const trafs = [...boxesIn(segment, moof.at, moof.end)].filter(({ type }) => type === 'traf');
  return trafs
    .filter((traf) => only === undefined || segment.readUInt32BE(child(segment, traf, 'tfhd').at + 4) === only)
    .map((traf) => trackOf(segment, moof, traf));
}

const moofOf = (segment: Buffer): Box => child(segment, { at: 0, end: segment.length }, 'moof');

/**
 * Part `part` of the `parts` that a media segment is cut into, for LL-HLS: a fragment of its own with the samples of its time
 * of every track. Only the first begins with a key frame.
 */
export function partOf(segment: Buffer, part: number, parts: number): Buffer {
  const moof = moofOf(segment);
  return fragment(
    segment,
    moof,
    tracksOf(segment, moof).map((track) => cut(segment, track, part, parts)),
  );
}

/** As ffmpeg numbers them. */
export const tracks = { picture: 1, sound: 2 } as const;

/** The segment with one of its tracks alone. */
export function onlyTrack(segment: Buffer, track: number): Buffer {
  const moof = moofOf(segment);
  return fragment(
    segment,
    moof,
    tracksOf(segment, moof, track).map((whole) => cut(segment, whole, 0, 1)),
  );
}

/** What a player needs before the first segment of that track alone. */
export function onlyTrackOfInit(init: Buffer, track: number): Buffer {
  const moov = child(init, { at: 0, end: init.length }, 'moov');
  const isOfTrack = ({ type, at, end }: Box): boolean => {
    if (type === 'trak') return init.readUInt32BE(child(init, { at, end }, 'tkhd').at + 12) === track;
    return type !== 'trex' || init.readUInt32BE(at + 4) === track;
  };
  const kept = (parent: Box): Buffer[] =>
    [...boxesIn(init, parent.at, parent.end)]
      .filter(isOfTrack)
      .map((inner) => (inner.type === 'mvex' ? box('mvex', ...kept(inner)) : init.subarray(inner.start, inner.end)));
  return Buffer.concat([init.subarray(0, moov.start), box('moov', ...kept(moov)), init.subarray(moov.end)]);
}
