import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

type Coding = 'br' | 'gzip';
const compressors: Record<Coding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_SIZE_HINT]: body.length } }),
  gzip: promisify(gzip),
};
/** Said also where nothing is sent: a cache keeps one answer for each coding. */
export const varies = { vary: 'Accept-Encoding' };

/** Below this a compressed answer is no shorter on the wire. */
const worthCompressing = 1_000;

/** The bytes of an answer that many get, and its compressed forms, each made once when first asked for. */
export class EncodedBody {
  private readonly plain: Buffer;
  private readonly compressed = new Map<Coding, Promise<Buffer>>();

  constructor(text: string) {
    this.plain = Buffer.from(text);
  }

  /** The shortest form that takes this `Accept-Encoding`, with the headers that say which it is. */
  async formFor(acceptEncoding: string | undefined): Promise<{ bytes: Buffer; headers: Record<string, string> }> {
    const coding = this.plain.length < worthCompressing ? undefined : codingFor(acceptEncoding);
    if (!coding) return { bytes: this.plain, headers: varies };
    return { bytes: await this.inCoding(coding), headers: { ...varies, 'content-encoding': coding } };
  }

  private inCoding(coding: Coding): Promise<Buffer> {
    const known = this.compressed.get(coding);
    if (known) return known;
    const made = compressors[coding](this.plain);
    this.compressed.set(coding, made);
    return made;
  }
}

/** The best coding of ours that the asker takes; `q=0` is a no. */
function codingFor(acceptEncoding = ''): Coding | undefined {
  const taken = acceptEncoding.split(',').flatMap((entry) => {
    const [name = '', weight = ''] = entry.toLowerCase().split(';');
    return /^\s*q=0(\.0*)?\s*$/.test(weight) ? [] : [name.trim()];
  });
  return (['br', 'gzip'] as const).find((coding) => taken.includes(coding) || taken.includes('*'));
}
