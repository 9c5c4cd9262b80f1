export { Ffmpeg, type FfmpegState } from './ffmpeg.js';
export { FfmpegModule } from './ffmpeg.module.js';
