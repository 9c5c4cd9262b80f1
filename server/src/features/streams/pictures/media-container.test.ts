import { openDemoOrigin } from '@yunhui/demo';
import { expect, test } from 'vitest';
import { containerOf } from './media-container.js';

test('only the containers of segments are handed on', () => {
  const clip = openDemoOrigin().clips.get('tide')?.files;
  const [init, segment] = [clip?.get('360p/init.mp4') ?? Buffer.alloc(0), clip?.get('360p/0.m4s') ?? Buffer.alloc(0)];
  expect([containerOf(Buffer.concat([init, segment])), containerOf(segment)]).toEqual(['mov', 'mov']);
  for (const other of ['<!doctype html>', '#EXTM3U\n', 'RIFF    WEBP', 'concat:', ''])
    expect(containerOf(Buffer.from(other))).toBeUndefined();
});
