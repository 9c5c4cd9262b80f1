import { describe, expect, test } from 'vitest';
import { languageOf, type PageHead } from './page-head.js';
import { escaped, pageHtml, scriptJson } from './page-html.js';

const template =
  '<!doctype html><html lang="zh-CN"><head><!--head--><title>built</title><!--/head--><script src="/a.js"></script></head><body><!--picture--><!--/picture--><div id="root"></div><noscript><!--text--><!--/text--></noscript></body></html>';
const aHead = (over: Partial<PageHead> = {}): PageHead => ({ title: '贵州频道', description: '直播中', ...over });
const page = (head: PageHead | undefined, over = {}) =>
  pageHtml({
    template,
    nonce: 'once',
    language: 'zh-CN',
    path: '/channels/guizhou',
    absolute: (path) => `https://hub.example${path}`,
    mayBeFound: true,
    inWeChat: false,
    ...(head && { head }),
    ...over,
  });
const hostile = '"><script>alert(1)</script><!--/head--><img src=x onerror=alert(1)>$& $1 `\'';

describe('a page', () => {
  test('says what it is about, with addresses that a chat app can follow', () => {
    const html = page(aHead({ image: '/plates/dish.png', canonical: '/channels/guizhou' }));
    expect(html).toContain('<title>贵州频道 · 云汇</title>');
    expect(html).toContain('<meta property="og:image" content="https://hub.example/plates/dish.png" />');
    expect(html).toContain('<link rel="canonical" href="https://hub.example/channels/guizhou" />');
    expect(html).not.toContain('built');
  });

  test('names the campaign that has the short addresses, if there is one', () => {
    expect(page(aHead(), { home: 'kepuri-2024' })).toContain('<html lang="zh-CN" data-home="kepuri-2024">');
    expect(page(aHead())).toContain('<html lang="zh-CN">');
  });

  test('has its picture first, which only WeChat fetches at once', () => {
    expect(page(aHead())).toMatch(/<body><div hidden><img src="\/plates\/orbit\.png" [^>]*loading="lazy"/);
    expect(page(aHead(), { inWeChat: true })).toMatch(/<body><div hidden><img [^>]*fetchpriority="low"/);
  });

  test('asks for the page’s own files and first answers, the ways that people named too', () => {
    const html = page(aHead({ reads: ['/api/v1/channels/贵"州'] }), { files: ['/assets/channel-1.js'] });
    expect(html).toContain('<link rel="modulepreload" crossorigin href="/assets/channel-1.js" />');
    expect(html).toContain('<link rel="preload" as="fetch" crossorigin href="/api/v1/channels/%E8%B4%B5%22%E5%B7%9E" />');
  });

  test('gives who has no script its text and its links', () => {
    const html = page(aHead({ lines: ['14:00 一场'], links: [{ to: '/matrix', label: '矩阵' }] }));
    expect(html).toContain(
      '<noscript><h1>贵州频道</h1><p>直播中</p><p>14:00 一场</p><ul><li><a href="/matrix">矩阵</a></li></ul></noscript>',
    );
  });

  test('is in the reader’s language, and unknown ones are not for search engines', () => {
    const html = page(undefined, { language: 'en', mayBeFound: false });
    expect(html).toContain('<html lang="en"');
    expect(html).toContain('<title>Science Day online · Yunhui</title>');
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(html).not.toContain('canonical');
  });

  test('shows what people wrote as text and nothing else, wherever it stands', () => {
    const head = aHead({
      title: hostile,
      description: hostile,
      canonical: `/channels/${hostile}`,
      lines: [hostile],
      links: [{ to: `/channels/${hostile}`, label: hostile }],
      things: () => [{ name: `${hostile}</script><script>alert(2)</script>` }],
    });
    const html = page(head);
    expect(html.match(/<script/g)).toHaveLength(2); // its own, and the one of data
    expect(html.match(/<img/g)).toHaveLength(1);
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    const data = /<script nonce="once" type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(data)).toEqual({ name: `${hostile}</script><script>alert(2)</script>` });
  });
});

test('what ends an attribute, an element or a script is written by its number', () => {
  expect(escaped(`a&b<c>"d"'e'\``)).toBe('a&#38;b&#60;c&#62;&#34;d&#34;&#39;e&#39;&#96;');
  expect(scriptJson('</script>\u2028&')).toBe('"\\u003c/script\\u003e\\u2028\\u0026"');
});

test.each([
  [undefined, 'zh-CN'],
  ['*', 'zh-CN'],
  ['zh-TW,en;q=0.8', 'zh-CN'],
  ['en-US,en;q=0.9,zh;q=0.1', 'en'],
  ['fr', 'en'],
])('who prefers %s reads %s', (asked, language) => {
  expect(languageOf(asked)).toBe(language);
});
