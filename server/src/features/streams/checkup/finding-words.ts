import type { CheckStep, LinkVerdict } from '@yunhui/contracts';

type Words = { zh: string; en: string };
export type FindingEntry = { step: CheckStep; verdict: LinkVerdict; says: Words; todo?: Words };

const words = (zh: string, en: string): Words => ({ zh, en });
const askPlatform = words('请把本页发给推流平台的技术人员', 'Send this page to the engineers of your streaming platform');

/**
 * Everything a check-up can find, by the step that finds it. The words are for the person who keeps the stream up:
 * what was seen, then what to do, without a name of a protocol where one can do without.
 */
export const findings = {
  'address.none': {
    step: 'address',
    verdict: 'UNKNOWN',
    says: words('这里没有可以打开的地址', 'There is no address in this text that can be opened'),
    todo: words('请粘贴以 https:// 开头的播放地址', 'Paste the playback address, which begins with https://'),
  },
  'address.push': {
    step: 'address',
    verdict: 'NOT_HLS',
    says: words('这是推流地址，不是播放地址', 'This is the address that you stream to, not the one that people watch'),
    todo: words(
      '请勿外传，改填平台给出的播放地址（以 .m3u8 结尾）',
      'Keep it to yourself, and paste the playback address (ending in .m3u8) instead',
    ),
  },
  'address.format': {
    step: 'address',
    verdict: 'NOT_HLS',
    says: words('浏览器不能播放这种格式', 'Browsers do not play this format'),
    todo: words('请在平台上改选 HLS（.m3u8）播放地址', 'Choose the HLS (.m3u8) playback address of your platform'),
  },
  'address.password': {
    step: 'address',
    verdict: 'AUTH',
    says: words('地址中含有用户名或密码', 'The address contains a user name or a password'),
    todo: words('请改填公开的播放地址', 'Paste an address that is open to the public'),
  },
  'address.refused': {
    step: 'address',
    verdict: 'UNKNOWN',
    says: words(
      '本站不读取这个地址：它在内部网络中，或端口不是 80、443、8080、8443',
      'The hub does not read this address: it is inside a network, or its port is not 80, 443, 8080 or 8443',
    ),
    todo: words('请改填公网可以访问的播放地址', 'Paste an address that is reachable from everywhere'),
  },
  'dns.unknown': {
    step: 'dns',
    verdict: 'DEAD',
    says: words('域名不存在或没有解析', 'The host name does not exist or does not resolve'),
    todo: words('请检查域名拼写；新域名请等解析生效后再试', 'Check the spelling; a new name needs a while before it resolves'),
  },
  'tls.refused': {
    step: 'tls',
    verdict: 'DEAD',
    says: words('证书无效或已过期，浏览器会拒绝连接', 'The certificate is not valid or has run out: browsers refuse to connect'),
    todo: words('请更换域名的证书', 'Have the certificate of this host renewed'),
  },
  'http.unreachable': {
    step: 'http',
    verdict: 'DEAD',
    says: words('服务器没有应答', 'The server does not answer'),
    todo: words('请确认直播服务已启动、端口已开放', 'See that the streaming server runs and that its port is open'),
  },
  'http.late': {
    step: 'http',
    verdict: 'DEAD',
    says: words('服务器在规定时间内没有应答', 'The server did not answer in time'),
    todo: words('请确认服务器未过载，或换一条线路', 'See whether the server is overloaded, or use another line'),
  },
  'http.slow': {
    step: 'http',
    verdict: 'SLOW',
    says: words('服务器应答太慢，观众会卡顿', 'The server answers so slowly that viewers will see stalls'),
    todo: words('请使用 CDN 播放地址，或换一条线路', 'Use the playback address of a CDN, or another line'),
  },
  'http.too-large': {
    step: 'http',
    verdict: 'NOT_HLS',
    says: words('地址返回的内容过大，不是直播列表', 'What is at this address is too large for a playlist'),
    todo: words('请填以 .m3u8 结尾的播放地址', 'Paste the playback address that ends in .m3u8'),
  },
  'http.circles': {
    step: 'http',
    verdict: 'DEAD',
    says: words('地址反复跳转，没有终点', 'The address leads on and on'),
    todo: words('请填跳转后的最终地址', 'Paste the address that it leads to in the end'),
  },
  'http.gone': {
    step: 'http',
    verdict: 'DEAD',
    says: words('地址已失效，或直播还没有开始', 'Nothing is at this address, or the stream has not begun'),
    todo: words('开播后再检测一次；仍失败请重新复制播放地址', 'Check again when you are on air; if it still fails, copy the address anew'),
  },
  'http.failing': {
    step: 'http',
    verdict: 'DEAD',
    says: words('服务器出错', 'The server reports an error of its own'),
    todo: askPlatform,
  },
  'http.crowded': {
    step: 'http',
    verdict: 'UNKNOWN',
    says: words('服务器暂时拒绝过多请求，无法判断', 'The server turned us away because of too many requests'),
    todo: words('请过一分钟再检测', 'Check again in a minute'),
  },
  'http.locked': {
    step: 'http',
    verdict: 'AUTH',
    says: words('服务器要求登录或签名，观众打不开', 'The server asks for a sign-in or a signature: viewers cannot open it'),
    todo: words('请关闭播放鉴权或防盗链，或把本站域名加入白名单', 'Turn the playback protection off, or put this site on its allow-list'),
  },
  'http.expired': {
    step: 'http',
    verdict: 'AUTH',
    says: words('地址中的签名已过期', 'The signature in the address has run out'),
    todo: words('请重新生成播放地址，有效期要晚于活动结束', 'Make a new address that is valid until after your event'),
  },
  'http.region': {
    step: 'http',
    verdict: 'GEO',
    says: words('服务器只对部分地区开放', 'The server is open to some regions only'),
    todo: words('请在平台上取消地区限制', 'Lift the regional restriction on your platform'),
  },
  'playlist.html': {
    step: 'playlist',
    verdict: 'NOT_HLS',
    says: words('这里是网页，不是直播流', 'This is a web page, not a stream'),
    todo: words(
      '请填播放地址；若要观众打开这个网页，请把类型选为“打开网页”',
      'Paste the playback address; if viewers are to open this page, choose “open a page”',
    ),
  },
  'playlist.other': {
    step: 'playlist',
    verdict: 'NOT_HLS',
    says: words('地址返回的不是 HLS 播放列表', 'What is at this address is not an HLS playlist'),
    todo: words('请填以 .m3u8 结尾的播放地址', 'Paste the playback address that ends in .m3u8'),
  },
  'playlist.empty': {
    step: 'playlist',
    verdict: 'NOT_LIVE',
    says: words('列表里还没有画面，直播没有开始', 'The playlist is empty: nothing is on air yet'),
    todo: words('请开始推流后再检测', 'Start streaming, then check again'),
  },
  'variant.gone': {
    step: 'variant',
    verdict: 'DEAD',
    says: words('清晰度列表打不开', 'The playlist of a picture size cannot be read'),
    todo: askPlatform,
  },
  'segment.gone': {
    step: 'segment',
    verdict: 'DEAD',
    says: words('列表可以打开，但画面文件打不开', 'The playlist is there, but the picture files are not'),
    todo: askPlatform,
  },
  'segment.slow': {
    step: 'segment',
    verdict: 'SLOW',
    says: words('下载画面比播放还慢，观众会卡顿', 'The picture loads more slowly than it plays: viewers will see stalls'),
    todo: words('请降低码率，或使用 CDN 播放地址', 'Lower the bit rate, or use the playback address of a CDN'),
  },
  'cors.refused': {
    step: 'cors',
    verdict: 'CORS',
    says: words('服务器不允许本站页面播放（缺少跨域许可）', 'The server does not let this site play it (no cross-origin permission)'),
    todo: words('请让平台加上响应头 Access-Control-Allow-Origin: *', 'Have your platform add the header Access-Control-Allow-Origin: *'),
  },
  'mixed.insecure': {
    step: 'mixed',
    verdict: 'MIXED',
    says: words('地址是 http，浏览器在 https 页面上会拦截', 'The address is http: browsers block it on a page with https'),
    todo: words('请改用 https 播放地址', 'Use the playback address with https'),
  },
  'codecs.unplayed': {
    step: 'codecs',
    verdict: 'CODEC',
    says: words('编码格式不是所有浏览器都能播放', 'Not every browser plays this encoding'),
    todo: words('请改用 H.264 视频和 AAC 音频', 'Encode the picture as H.264 and the sound as AAC'),
  },
  'codecs.locked': {
    step: 'codecs',
    verdict: 'CODEC',
    says: words('内容有版权加密，本站不能播放', 'The content is locked by DRM and cannot be played here'),
    todo: words('请关闭加密', 'Turn the encryption off'),
  },
  'edge.stands': {
    step: 'edge',
    verdict: 'STALLED',
    says: words('画面停住了：列表不再更新', 'The picture stands still: the playlist is not renewed'),
    todo: words('请检查推流端和网络，必要时重新推流', 'Look after the encoder and its network, and start the stream anew if need be'),
  },
  'edge.over': {
    step: 'edge',
    verdict: 'NOT_LIVE',
    says: words('这是录像，不是直播', 'This is a recording, not a live stream'),
    todo: words('作回放请把类型选为“回放”；直播请填直播地址', 'For a replay choose “replay”; for a live session paste its live address'),
  },
  'edge.not-seen': {
    step: 'edge',
    verdict: 'OK',
    says: words('切片较长，检测时还没有等到下一段', 'Its segments are long: the next one did not come during the check'),
  },
  'tracks.no-picture': {
    step: 'tracks',
    verdict: 'NO_VIDEO',
    says: words('只有声音，没有画面', 'There is sound, but no picture'),
    todo: words('请检查摄像机和编码器的输入', 'Look after the camera and the input of the encoder'),
  },
  'tracks.nothing': {
    step: 'tracks',
    verdict: 'NO_VIDEO',
    says: words('文件里没有找到画面', 'No picture was found in the files'),
    todo: askPlatform,
  },
  'tracks.silent': {
    step: 'tracks',
    verdict: 'OK',
    says: words('没有声音', 'There is no sound'),
    todo: words('请检查话筒和编码器的输入', 'Look after the microphone and the input of the encoder'),
  },
  'captions.none': {
    step: 'captions',
    verdict: 'OK',
    says: words('没有字幕', 'There are no captions'),
  },
  'page.embeds': {
    step: 'http',
    verdict: 'OK',
    says: words('可以在本站页面内嵌播放', 'It can be played inside our page'),
  },
  'page.opens': {
    step: 'http',
    verdict: 'OK',
    says: words('观众扫码或点击后在对应应用中观看', 'Viewers scan or tap, and watch it in its application'),
  },
  'page.unseen': {
    step: 'http',
    verdict: 'UNKNOWN',
    says: words('对方平台不让本站查看这个页面，无法判断', 'The platform does not let us look at this page'),
    todo: words('请用手机打开一次，确认能看到直播', 'Open it once on a phone and see that it shows the stream'),
  },
  'mp4.late-index': {
    step: 'playlist',
    verdict: 'SLOW',
    says: words(
      '视频的索引在文件末尾，观众要等很久才能开始播放',
      'The index of the file is at its end: viewers wait long before it begins',
    ),
    todo: words('请导出时勾选“快速启动”', 'Export it with “fast start”'),
  },
  'mp4.other': {
    step: 'playlist',
    verdict: 'NOT_HLS',
    says: words('地址返回的不是 MP4 视频', 'What is at this address is not an MP4 video'),
    todo: words('请重新复制视频地址', 'Copy the address of the video anew'),
  },
  'viewers.fail': {
    step: 'segment',
    verdict: 'SLOW',
    says: words(
      '本站检查正常，但多数观众放不出来；这个源排在其他源之后',
      'Our checks find it well, but it fails for most viewers; it is played after the other sources',
    ),
    todo: words(
      '请换一个网络看看，并检查 CDN 的带宽和各地节点',
      'Watch it from another network, and check the bandwidth and the regional nodes of your CDN',
    ),
  },
  'viewers.play': {
    step: 'http',
    verdict: 'GEO',
    says: words(
      '本站检查不到，但多数观众能正常观看；不会下线',
      'Our checks do not reach it, but it plays for most viewers; it stays on the air',
    ),
    todo: words('请允许本站所在的网络访问这个地址', 'Let the network of this hub reach the address'),
  },
  'all.good': {
    step: 'captions',
    verdict: 'OK',
    says: words('直播正常，可以播放', 'The stream is well and plays'),
  },
  'all.good-recording': {
    step: 'captions',
    verdict: 'OK',
    says: words('录像正常，可以播放', 'The recording is well and plays'),
  },
} as const satisfies Record<string, FindingEntry>;
