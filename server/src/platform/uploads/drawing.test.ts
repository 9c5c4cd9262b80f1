import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { drawAnew } from './drawing.js';

const plain = (width: number, height: number) => sharp({ create: { width, height, channels: 3, background: '#c81e1e' } });
const refusal = (file: Buffer) =>
  drawAnew(file).then(
    () => 'drawn',
    ({ code }: { code: string }) => code,
  );
const sizeOf = async (form: Buffer | undefined) => {
  const { format, width, height, exif } = await sharp(form).metadata();
  return { format, width, height, exif };
};

/** A PNG that says it is so large, with nothing but its head true. */
function claiming(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc(named));
    return Buffer.concat([length, named, check]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 0], 8);
  const signature = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  const pixels = deflateSync(Buffer.alloc(1_000_000));
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc(data: Buffer): number {
  let sum = ~0;
  for (const byte of data) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xed_b8_83_20 : 0);
  }
  return ~sum >>> 0;
}

describe('a picture', () => {
  test('is kept in the widths that pages show, none larger than it came, and none twice', async () => {
    const sizes = async (width: number) => {
      const forms = await drawAnew(
        await plain(width, width / 2)
          .jpeg()
          .toBuffer(),
      );
      return Promise.all(forms.map(async (form) => [form.width, (await sizeOf(form.body)).width]));
    };
    expect(await sizes(2_000)).toEqual([
      [320, 320],
      [640, 640],
      [1_280, 1_280],
    ]);
    expect(await sizes(400)).toEqual([
      [320, 320],
      [640, 400],
    ]);
    expect(await sizes(200)).toEqual([[320, 200]]);
    const [form] = await drawAnew(await plain(200, 100).png().toBuffer());
    expect(await sizeOf(form?.body)).toMatchObject({ format: 'webp', height: 100 });
  });

  test('stands upright, and leaves behind where it was taken', async () => {
    const taken = { IFD0: { Copyright: 'somebody' }, IFD3: { GPSLatitude: '22/1 49/1 0/1' } };
    const file = await plain(400, 200).withExif(taken).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    expect((await sizeOf(file)).exif).toBeInstanceOf(Buffer);
    const [form] = await drawAnew(file);
    expect(await sizeOf(form?.body)).toMatchObject({ width: 200, height: 400, exif: undefined });
  });

  test('that is very tall is kept within bounds', async () => {
    const forms = await drawAnew(await plain(1_500, 30_000).png().toBuffer());
    for (const { width, body } of forms) expect((await sizeOf(body)).height).toBeLessThanOrEqual(2 * width);
  });
});

describe('what is refused', () => {
  test.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['nothing', () => Buffer.alloc(0), 'upload.unreadable'],
    ['words', () => Buffer.from('见报纸'), 'upload.unreadable'],
    [
      'a page that calls itself a picture',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'upload.unreadable',
    ],
    ['a kind that is not taken', () => plain(9, 9).gif().toBuffer(), 'upload.unreadable'],
    ['a picture that ends in the middle', async () => (await plain(900, 900).jpeg().toBuffer()).subarray(0, 400), 'upload.unreadable'],
    ['a bomb: few bytes that claim four billion pixels', () => claiming(65_000, 65_000), 'upload.too-large'],
    ['a picture with fewer pixels than it claims', () => claiming(5_000, 5_000), 'upload.unreadable'],
  ])('%s', async (_, make, code) => expect(await refusal(await make())).toBe(code));
});
