import type { PlatformPage } from '@yunhui/contracts';
import { addressParts } from './address.js';
import { platformPageOf } from './platforms.js';

/** Why an address can neither be played nor opened. */
export type Unplayable =
  /** Not one at all, or of a scheme that browsers do not open. */
  | 'not-an-address'
  /** Where an encoder sends to: whoever has it can broadcast in the host's name. */
  | 'push-address'
  /** A stream in a form that browsers do not play. */
  | 'format'
  /** Somebody's password is in it. */
  | 'password';

/** What an address is by its looks. Whether HLS is live or a recording is known only from its playlist. */
export type LinkClass =
  | { class: 'playable'; address: string; form: 'hls' | 'mp4' }
  | { class: 'embeddable'; address: string; embed: string; app: PlatformPage }
  | { class: 'open-in-app'; address: string; app: PlatformPage }
  /** It may be a playlist without the name of one, or a page: only a look can tell. */
  | { class: 'unclear'; address: string }
  | { class: 'unplayable'; why: Unplayable };

const pushSchemes = /^(rtmp|rtmps|rtmpt|srt|rist)$/;
const otherSchemes = /^(rtsp|webrtc|artc|mms|udp|hls|p2p)$/;
/** What comes with an address out of an application's share sheet: 复制打开抖音… https://v.douyin.com/abc/ */
const addressInText = /(?:https?|rtmps?|rtmpt|rtsp|srt|webrtc|artc):\/\/[^\s，。！？、）】》」』"'<>]+|^\/demo\/[\w./-]+$/iu;

/**
 * Classifies whatever a host pasted, a whole share text too. A page of a platform is what the platform says before
 * its ending counts; 视频号 and the like have pages that end in anything.
 */
export function linkClassOf(pasted: string): LinkClass {
  const address = addressIn(pasted.trim()) ?? addressIn(pasted.trim().normalize('NFKC'));
  const found = address === undefined ? undefined : addressParts(address.startsWith('/') ? `https://own.invalid${address}` : address);
  if (!address || !found) return { class: 'unplayable', why: 'not-an-address' };
  if (pushSchemes.test(found.scheme)) return { class: 'unplayable', why: 'push-address' };
  if (otherSchemes.test(found.scheme)) return { class: 'unplayable', why: 'format' };
  if (found.hasPassword) return { class: 'unplayable', why: 'password' };

  const page = platformPageOf(address);
  if (page?.embed) return { class: 'embeddable', address, embed: page.embed, app: page.app };
  if (page) return { class: 'open-in-app', address, app: page.app };
  return byEnding(address, found.path.toLowerCase());
}

/** The address in a text; one that was copied without its scheme is taken to be on https. */
function addressIn(text: string): string | undefined {
  const [address] = addressInText.exec(text) ?? [];
  return address ?? (/^[\w.-]+\.[a-z]{2,}(?::\d+)?\/\S*$/i.test(text) ? `https://${text}` : undefined);
}

function byEnding(address: string, path: string): LinkClass {
  if (/\.m3u8?$/.test(path)) return { class: 'playable', address, form: 'hls' };
  if (/\.(mp4|m4v)$/.test(path)) return { class: 'playable', address, form: 'mp4' };
  if (/\.(flv|ts|mpd|wmv|avi|rmvb|mkv|mov)$/.test(path)) return { class: 'unplayable', why: 'format' };
  return { class: 'unclear', address };
}
