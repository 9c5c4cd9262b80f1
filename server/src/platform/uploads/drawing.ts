import { pictureTypes, pictureWidths } from '@yunhui/domain';
import type { Metadata } from 'sharp';
import { HubError } from '../hub-error.js';

/** More pixels are not unpacked: a file of a few kilobytes may claim gigabytes. A phone's largest picture has 50 million. */
const mostPixels = 60_000_000;
const widest = Math.max(...pictureWidths);
/** A form is no higher than so many times its width. */
const highest = 2;
const patienceS = 20;
const options = { limitInputPixels: mostPixels, failOn: 'error', sequentialRead: true } as const;

/** A form in which a picture is kept: WebP, for pages that show it at most so wide. */
export type DrawnForm = { width: number; body: Buffer };

type Library = (typeof import('sharp'))['default'];
let loaded: Promise<Library> | undefined;

/** Loaded when somebody brings a picture, for most hubs at most times need none of it. */
function library(): Promise<Library> {
  loaded ??= import('sharp').then(({ default: sharp }) => {
    // Nothing else is ever unpacked here, whatever a file calls itself: each format is one more parser that strangers could feed.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'] });
    sharp.concurrency(1);
    sharp.cache(false);
    return sharp;
  });
  return loaded;
}

/**
 * Draws a picture anew, upright and in the widths that pages show. What else its file carries stays behind: the place where it
 * was taken, the camera, a thumbnail, whatever was hidden in it. One that is no picture, or is broken, is refused as `upload.unreadable`,
 * one with too many pixels as `upload.too-large`.
 */
export async function drawAnew(file: Buffer): Promise<DrawnForm[]> {
  const sharp = await library();
  await refuseOthers(sharp, file);
  try {
    const upright = sharp(file, options).autoOrient().timeout({ seconds: patienceS });
    const { data, info } = await upright.resize(within(widest)).toColourspace('srgb').raw().toBuffer({ resolveWithObject: true });
    const pixels = { raw: { width: info.width, height: info.height, channels: info.channels } };
    const forms: DrawnForm[] = [];
    for (const width of widthsFor(info.width)) {
      const body = await sharp(data, pixels).resize(within(width)).webp({ quality: 80 }).toBuffer();
      forms.push({ width, body });
    }
    return forms;
  } catch (error) {
    throw new HubError('upload.unreadable', { cause: error });
  }
}

/** Each width until one holds the whole picture. */
const widthsFor = (own: number): number[] => pictureWidths.filter((_, at) => own > (pictureWidths[at - 1] ?? 0));

/** Looks at the head of a file alone. */
async function refuseOthers(sharp: Library, file: Buffer): Promise<void> {
  const { format, width, height } = await headOf(sharp, file);
  if (!pictureTypes.some((type) => type === `image/${format}`)) throw new HubError('upload.unreadable');
  if (width * height > mostPixels) throw new HubError('upload.too-large');
}

async function headOf(sharp: Library, file: Buffer): Promise<Metadata> {
  try {
    return await sharp(file, options).metadata();
  } catch (error) {
    const isLarge = error instanceof Error && error.message.includes('pixel limit');
    throw new HubError(isLarge ? 'upload.too-large' : 'upload.unreadable', { cause: error });
  }
}

const within = (width: number) => ({ width, height: width * highest, fit: 'inside', withoutEnlargement: true }) as const;
