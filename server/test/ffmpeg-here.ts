import { spawnSync } from 'node:child_process';

/** Whether this machine has ffmpeg. Where it has none, what needs it is left out, and that is said. */
export const ffmpegHere = spawnSync('ffmpeg', ['-version']).status === 0;
if (!ffmpegHere) process.stderr.write('no ffmpeg on PATH: tests that take stills are left out\n');

/** Half a second of moving colours in a transport stream, or what other output these arguments ask of ffmpeg. */
export function aClip(source: string, ...output: string[]): Buffer {
  const args = ['-hide_banner', '-loglevel', 'error', '-f', 'lavfi', '-i', source, ...output, '-f', 'mpegts', 'pipe:1'];
  const { status, stdout, stderr } = spawnSync('ffmpeg', args, { maxBuffer: 64 * 1024 * 1024 });
  if (status !== 0) throw new Error(`no clip: ${stderr.toString()}`);
  return stdout;
}
