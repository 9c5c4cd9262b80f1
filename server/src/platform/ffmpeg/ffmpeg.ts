import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import { delimiter, isAbsolute, join } from 'node:path';
import { Inject, Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { CONFIG, type Config } from '../../config.js';
import { runBounded } from './bounded-child.js';

/** What media may be in; anything else that ffmpeg can read is nothing a stranger may hand to it. */
export type FfmpegContainer = 'mpegts' | 'mov';
export type Frame = { picture: Buffer; type: 'image/webp' | 'image/jpeg' };
/** Why there are stills, or why there are none. `elsewhere`: this process takes none. */
export type FfmpegState = 'found' | 'missing' | 'off' | 'elsewhere';

const askBounds = { timeMs: 10_000, memoryMb: 256, outputBytes: 256 * 1024 };
const frameBounds = { timeMs: 5_000, memoryMb: 320, outputBytes: 96 * 1024 };
const width = 480;
const height = 270;
/** A frame of 4096 × 2304, and no single block of memory above 96 MB. */
const mostPixels = 4_096 * 2_304;
const mostBytesAtOnce = 96 * 1024 * 1024;
const decoders = 'h264,hevc,av1,libdav1d,libaom-av1,vp9,libvpx-vp9,mpeg2video';

/** ffmpeg, where the machine has one: a program that reads bytes from a pipe and is told no address. Without it the hub takes no stills. */
@Injectable()
export class Ffmpeg implements OnModuleInit, OnModuleDestroy {
  private readonly logger = new Logger(Ffmpeg.name);
  private readonly over = new AbortController();
  private program = '';
  private hasWebp = false;
  private found: FfmpegState = 'elsewhere';

  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async onModuleInit(): Promise<void> {
    if (this.config.PROCESS === 'web') return;
    this.found = this.config.STILLS === 'off' ? 'off' : (await this.find()) ? 'found' : 'missing';
    if (this.found === 'missing') this.logger.warn('no ffmpeg here: plates stand for what is live (FFMPEG, STILLS)');
  }

  onModuleDestroy(): void {
    this.over.abort();
  }

  get state(): FfmpegState {
    return this.found;
  }

  /** The first keyframe of some media as a small picture. Throws when there is none, or when finding it takes too much. */
  async frame(media: Buffer, container: FfmpegContainer): Promise<Frame> {
    const picture = await runBounded({
      program: this.program,
      args: [...inputArgs(container), ...outputArgs(this.hasWebp)],
      input: media,
      bounds: frameBounds,
      signal: this.over.signal,
    });
    if (picture.length === 0) throw new Error('ffmpeg found no frame');
    return { picture, type: this.hasWebp ? 'image/webp' : 'image/jpeg' };
  }

  private async find(): Promise<boolean> {
    const { FFMPEG: name, PATH: path } = this.config;
    const places = isAbsolute(name) ? [name] : path.split(delimiter).flatMap((folder) => (isAbsolute(folder) ? [join(folder, name)] : []));
    for (const place of places) {
      if (!(await isProgram(place))) continue;
      const encoders = await runBounded({ program: place, args: ['-hide_banner', '-encoders'], bounds: askBounds }).catch(() => undefined);
      if (!encoders) continue;
      this.program = place;
      this.hasWebp = encoders.includes(' libwebp ');
      return true;
    }
    return false;
  }
}

async function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

/** Its own limits hold on every machine: no protocol but pipes, the two containers, video codecs of streams, one thread, a CPU limit of the system's. */
function inputArgs(container: FfmpegContainer): string[] {
  const limits = ['-nostdin', '-hide_banner', '-loglevel', 'error', '-timelimit', '5', '-max_alloc', String(mostBytesAtOnce)];
  const allowed = ['-protocol_whitelist', 'pipe', '-format_whitelist', 'mov,mpegts', '-codec_whitelist', decoders];
  const little = ['-max_pixels', String(mostPixels), '-max_streams', '16', '-threads', '1', '-skip_frame', 'nokey', '-t', '10'];
  return [...limits, ...allowed, ...little, '-f', container, '-i', 'pipe:0'];
}

function outputArgs(hasWebp: boolean): string[] {
  const fill = `scale=${width}:${height}:force_original_aspect_ratio=increase,crop=${width}:${height}`;
  const encoded = hasWebp ? ['-c:v', 'libwebp', '-quality', '60'] : ['-c:v', 'mjpeg', '-pix_fmt', 'yuvj420p', '-q:v', '6'];
  return [
    '-map',
    '0:v:0',
    '-an',
    '-sn',
    '-dn',
    '-map_metadata',
    '-1',
    '-frames:v',
    '1',
    '-vf',
    fill,
    ...encoded,
    '-f',
    'image2pipe',
    'pipe:1',
  ];
}
