import { Global, Module } from '@nestjs/common';
import { Ffmpeg } from './ffmpeg.js';

/** Owns the child processes that read pictures out of media. */
@Global()
@Module({ providers: [Ffmpeg], exports: [Ffmpeg] })
export class FfmpegModule {}
