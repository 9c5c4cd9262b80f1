import { Injectable } from '@nestjs/common';
import { Outbound } from '../../../platform/outbound/index.js';
import { type ByteRange, type MediaPlaylist, readPlaylist } from '../playlist.js';
import { containerOf, type MediaContainer } from './media-container.js';
import { variantForStill } from './picture.rules.js';

/** Bytes that begin with what a decoder needs first. */
export type Media = { bytes: Buffer; container: MediaContainer };

/** There is no picture to be had of a link now. The reason is for the log. */
class NoPicture extends Error {
  override readonly name = 'NoPicture';
}

/** Playlists and segment together; the guard's own limits hold for each. */
const patienceMs = 8_000;
/** A keyframe of a rendition that is small enough is in it; a decoder bears that the rest is missing. */
const segmentStartBytes = 512 * 1024;

type Part = { url: string; bytes?: ByteRange };

/**
 * Fetches what a still is made of: the newest segment of a live playlist, as far as a still needs it, with its
 * initialisation before it. Every request goes through the guard, and nobody else learns an address.
 */
@Injectable()
export class PictureSource {
  constructor(private readonly outbound: Outbound) {}

  /** Throws `NoPicture`, or what the guard throws. */
  async of(url: string): Promise<Media> {
    const deadline = performance.now() + patienceMs;
    const { newest, mapUrl, mapBytes, encryption } = await this.mediaPlaylist(url, deadline);
    if (encryption) throw new NoPicture('behind a key');
    const map: Part[] = mapUrl === undefined ? [] : [{ url: mapUrl, ...(mapBytes && { bytes: mapBytes }) }];
    const parts = await Promise.all([...map, newest].map((part) => this.part(part, deadline)));
    const bytes = Buffer.concat(parts);
    const container = containerOf(bytes);
    if (!container) throw new NoPicture('the segment is no video');
    return { bytes, container };
  }

  private async mediaPlaylist(url: string, deadline: number): Promise<MediaPlaylist> {
    let playlist = await this.playlist(url, deadline);
    if (playlist.kind === 'multivariant') {
      const variant = variantForStill(playlist.variants);
      if (!variant) throw new NoPicture('sound alone');
      playlist = await this.playlist(variant.url, deadline);
    }
    if (playlist.kind !== 'media') throw new NoPicture('no media playlist');
    if (playlist.isOver) throw new NoPicture('over');
    return playlist;
  }

  private async playlist(url: string, deadline: number) {
    const { status, body, finalUrl } = await this.outbound.get(url, { timeoutMs: left(deadline) });
    if (status !== 200) throw new NoPicture(`the playlist answers ${status}`);
    return readPlaylist(body.toString(), finalUrl);
  }

  private async part({ url, bytes }: Part, deadline: number): Promise<Buffer> {
    const { from = 0, length = segmentStartBytes } = bytes ?? {};
    const wanted = Math.min(length, segmentStartBytes);
    const { status, body } = await this.outbound.get(url, { timeoutMs: left(deadline), onlyStart: true, from, maxBytes: wanted });
    // a server that knows no ranges sends the file from its beginning, and what is asked for lies beyond what we take
    if (status === 206 || (status === 200 && from === 0)) return body;
    throw new NoPicture(`a segment answers ${status}`);
  }
}

function left(deadline: number): number {
  const ms = Math.round(deadline - performance.now());
  if (ms <= 0) throw new NoPicture('too slow');
  return ms;
}
