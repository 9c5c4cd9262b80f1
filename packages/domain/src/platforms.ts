import type { Platform, PlatformPage } from '@yunhui/contracts';
import { addressParts } from './address.js';

/** A page of another platform, how its application opens it, and its own player for frames where there is one for everybody. */
export type PageOfPlatform = { app: PlatformPage; embed?: string };

type Pattern = {
  platform: Platform;
  host: RegExp;
  /** Tried on path and query; the named groups are what the functions get. */
  path?: RegExp;
  deepLink?: (id: string) => string;
  embed?: (id: string) => string;
};

/**
 * By the addresses that the platforms give out under 分享 and 嵌入代码. Specific pages come before a platform's others.
 * A deep link or a player is here only where the platform gives it to everybody without a key: 视频号 opens by QR alone,
 * a 抖音 live room by its page.
 */
const patterns: readonly Pattern[] = [
  {
    platform: 'bilibili',
    host: /^(www\.|m\.)?bilibili\.com$/,
    path: /^\/video\/(?<id>BV[0-9A-Za-z]{10})/,
    deepLink: (id) => `bilibili://video/${id}`,
    embed: (id) => `https://player.bilibili.com/player.html?bvid=${id}&page=1`,
  },
  {
    platform: 'bilibili',
    host: /^live\.bilibili\.com$/,
    path: /^\/(?:h5\/|blanc\/)?(?<id>\d{1,15})(?:[/?#]|$)/,
    deepLink: (id) => `bilibili://live/${id}`,
    embed: (id) => `https://www.bilibili.com/blackboard/live/live-activity-player.html?cid=${id}`,
  },
  { platform: 'bilibili', host: /^((www|m|live|t|space)\.)?bilibili\.com$|^(b23\.tv|bili2233\.cn)$/ },
  {
    platform: 'douyin',
    host: /^www\.(douyin|iesdouyin)\.com$/,
    path: /^\/(?:share\/)?video\/(?<id>\d{10,25})/,
    deepLink: (id) => `snssdk1128://aweme/detail/${id}`,
    embed: (id) => `https://open.douyin.com/player/video?vid=${id}&autoplay=0`,
  },
  { platform: 'douyin', host: /^((www|live|v)\.)?(douyin|iesdouyin)\.com$/ },
  { platform: 'wechat-channels', host: /^channels\.weixin\.qq\.com$/ },
  { platform: 'wechat-channels', host: /^weixin\.qq\.com$/, path: /^\/sph\// },
  { platform: 'yangshipin', host: /^((www|w|m)\.)?yangshipin\.cn$/ },
  { platform: 'kuaishou', host: /^((www|live|v|m)\.)?(kuaishou|gifshow)\.com$/ },
  { platform: 'weibo', host: /^((www|m|h5|video)\.)?weibo\.(com|cn)$|^t\.cn$/ },
  {
    platform: 'tencent-video',
    host: /^v\.qq\.com$/,
    path: /^\/x\/(?:page|cover\/[0-9a-z]+)\/(?<id>[0-9A-Za-z]{11})\.html/,
    embed: (id) => `https://v.qq.com/txp/iframe/player.html?vid=${id}`,
  },
  { platform: 'tencent-video', host: /^(m\.)?v\.qq\.com$/ },
  {
    platform: 'youku',
    host: /^v\.youku\.com$/,
    path: /^\/v_show\/id_(?<id>[0-9A-Za-z=]{8,40})\.html/,
    embed: (id) => `https://player.youku.com/embed/${id}`,
  },
  { platform: 'youku', host: /^((v|m|www|live)\.)?youku\.com$/ },
];

/** What the hub knows of a page by its address alone; none when it is on no platform that it knows. */
export function platformPageOf(address: string): PageOfPlatform | undefined {
  const page = addressParts(address);
  if (!page || !/^https?$/.test(page.scheme)) return undefined;
  for (const { platform, host, path, deepLink, embed } of patterns) {
    const found = host.test(page.host) && (path ?? /^/).exec(page.path + page.query);
    if (!found) continue;
    const id = found.groups?.['id'];
    return {
      app: { platform, ...(id && deepLink && { deepLink: deepLink(id) }) },
      ...(id && embed && { embed: embed(id) }),
    };
  }
  return undefined;
}
