import { describe, expect, test } from 'vitest';
import { linkClassOf } from './link-class.js';

describe('what is pasted', () => {
  test.each([
    ['https://live.example.cn/kepu/room.m3u8', 'hls'],
    ['https://live.example.cn/kepu/room.m3u8?auth_key=1-0-0-abc', 'hls'],
    ['  http://live.example.cn:8080/a/index.M3U8\n', 'hls'],
    ['直播地址：https://live.example.cn/a.m3u8，请收藏', 'hls'],
    ['live.example.cn/kepu/room.m3u8', 'hls'],
    ['ｈｔｔｐｓ：／／live.example.cn/a.m3u8', 'hls'],
    ['/demo/hls/tide/master.m3u8', 'hls'],
    ['https://video.example.cn/2023/lecture.mp4', 'mp4'],
  ])('%j is playable as %s', (pasted, form) => {
    expect(linkClassOf(pasted)).toMatchObject({ class: 'playable', form });
  });

  test.each([
    [
      'https://www.bilibili.com/video/BV1GJ411x7h7/?spm_id_from=333',
      'https://player.bilibili.com/player.html?bvid=BV1GJ411x7h7&page=1',
      'bilibili://video/BV1GJ411x7h7',
    ],
    [
      'https://m.bilibili.com/video/BV1GJ411x7h7',
      'https://player.bilibili.com/player.html?bvid=BV1GJ411x7h7&page=1',
      'bilibili://video/BV1GJ411x7h7',
    ],
    [
      'https://live.bilibili.com/21452505?live_from=1',
      'https://www.bilibili.com/blackboard/live/live-activity-player.html?cid=21452505',
      'bilibili://live/21452505',
    ],
    [
      'https://www.douyin.com/video/7031812471286369550',
      'https://open.douyin.com/player/video?vid=7031812471286369550&autoplay=0',
      'snssdk1128://aweme/detail/7031812471286369550',
    ],
    ['https://v.qq.com/x/page/m0137rrajuc.html', 'https://v.qq.com/txp/iframe/player.html?vid=m0137rrajuc', undefined],
    ['https://v.youku.com/v_show/id_XNTg2NjA3NjQw.html', 'https://player.youku.com/embed/XNTg2NjA3NjQw', undefined],
  ])('%j is embeddable', (pasted, embed, deepLink) => {
    expect(linkClassOf(pasted)).toMatchObject({ class: 'embeddable', embed, app: deepLink ? { deepLink } : {} });
  });

  test.each([
    ['https://live.douyin.com/80017709309', 'douyin'],
    ['6.43 复制打开抖音，看看【科普中国】 https://v.douyin.com/iRNBho6u/ dnD:/', 'douyin'],
    ['https://channels.weixin.qq.com/web/pages/live?id=abc', 'wechat-channels'],
    ['https://weixin.qq.com/sph/A1b2C3', 'wechat-channels'],
    ['https://b23.tv/a1B2c3D', 'bilibili'],
    ['https://live.bilibili.com/', 'bilibili'],
    ['https://w.yangshipin.cn/video?type=0&vid=j000019a1b2', 'yangshipin'],
    ['https://live.kuaishou.com/u/kepu', 'kuaishou'],
    ['https://weibo.com/l/wblive/p/show/1022:2321324', 'weibo'],
  ])('%j is opened in the application of %s', (pasted, platform) => {
    expect(linkClassOf(pasted)).toMatchObject({ class: 'open-in-app', app: { platform } });
  });

  test.each([
    ['rtmp://push.example.cn/live/room?key=secret', 'push-address'],
    ['srt://push.example.cn:9000?streamid=a', 'push-address'],
    ['rtsp://camera.example.cn/1', 'format'],
    ['https://live.example.cn/room.flv', 'format'],
    ['https://user:secret@live.example.cn/a.m3u8', 'password'],
    ['javascript:alert(1)', 'not-an-address'],
    ['file:///etc/passwd', 'not-an-address'],
    ['明天上午九点', 'not-an-address'],
    ['', 'not-an-address'],
  ])('%j is nothing to watch: %s', (pasted, why) => {
    expect(linkClassOf(pasted)).toEqual({ class: 'unplayable', why });
  });

  test.each([
    'https://live.example.cn/play/1234',
    'https://notbilibili.com/video/BV1GJ411x7h7',
    'https://bilibili.com.example.cn/video/BV1GJ411x7h7',
    'https://example.cn/?u=https://live.bilibili.com/1',
  ])('%j is unclear until somebody looks', (pasted) => {
    expect(linkClassOf(pasted)).toEqual({ class: 'unclear', address: pasted });
  });
});
