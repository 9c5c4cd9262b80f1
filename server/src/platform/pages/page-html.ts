import { type Absolute, genericHead, type PageHead, type PageLanguage } from './page-head.js';
import { answerLink, fileLink } from './page-parts.js';

export type PageHtml = {
  /** The client's index.html. */
  template: string;
  nonce: string;
  language: PageLanguage;
  head?: PageHead;
  /** The slug of the campaign whose pages have the short addresses. */
  home?: string;
  /** What this page is going to ask for, beside what every page begins with. */
  files?: readonly string[];
  /** The path that was asked for. */
  path: string;
  absolute: Absolute;
  /** Search engines keep only pages that somebody described. */
  mayBeFound: boolean;
  /** WeChat makes a shared link's picture of the first image that has loaded; for everybody else it would be a wasted download. */
  inWeChat: boolean;
};

const appName: Record<PageLanguage, string> = { 'zh-CN': '云汇', en: 'Yunhui' };
const mostDescription = 160;

/** The page as it is sent: the client's own, with what is known of this address written into the places kept for it. */
export function pageHtml(page: PageHtml): string {
  const head = page.head ?? genericHead(page.language);
  const filled = [
    { place: 'head', html: headOf(head, page) },
    { place: 'picture', html: pictureOf(head, page) },
    { place: 'text', html: textOf(head) },
  ].reduce((html, { place, html: content }) => between(html, place, content), page.template);
  return filled
    .replace(/<html lang="[^"]*"/, `<html lang="${page.language}"${page.home ? ` data-home="${escaped(page.home)}"` : ''}`)
    .replace(/<(script|style)(?=[\s>])/g, `<$1 nonce="${page.nonce}"`);
}

/** Anything that people wrote, as text of HTML and inside quotes. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.codePointAt(0)};`);
}

/** JSON in a script element: what could end the element, or begin another, is written by its number. */
export function scriptJson(value: unknown): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Puts `html` where the template has `<!--place-->…<!--/place-->`. */
function between(template: string, place: string, html: string): string {
  const [open, close] = [`<!--${place}-->`, `<!--/${place}-->`];
  const [from, to] = [template.indexOf(open), template.indexOf(close)];
  return from < 0 || to < from ? template : template.slice(0, from) + html + template.slice(to + close.length);
}

const imageOf = ({ image }: PageHead): string => image ?? '/plates/orbit.png';

function headOf(head: PageHead, { language, path, absolute, mayBeFound, files = [] }: PageHtml): string {
  const title = `${head.title} · ${appName[language]}`;
  const description = [...head.description].slice(0, mostDescription).join('');
  const address = absolute(head.canonical ?? path);
  const meta = (name: string, content: string) => `<meta name="${name}" content="${escaped(content)}" />`;
  const graph = (property: string, content: string) => `<meta property="og:${property}" content="${escaped(content)}" />`;
  return [
    ...files.map(fileLink),
    ...(head.reads ?? []).map((address) => answerLink(escaped(encodeURI(address)))),
    `<title>${escaped(title)}</title>`,
    meta('description', description),
    mayBeFound ? `<link rel="canonical" href="${escaped(address)}" />` : meta('robots', 'noindex'),
    graph('site_name', appName[language]),
    graph('type', 'website'),
    graph('locale', language === 'en' ? 'en' : 'zh_CN'),
    graph('title', head.title),
    graph('description', description),
    graph('url', address),
    graph('image', absolute(imageOf(head))),
    meta('twitter:card', 'summary_large_image'),
    ...(head.things?.(absolute) ?? []).map((thing) => `<script type="application/ld+json">${scriptJson(thing)}</script>`),
  ].join('\n    ');
}

/** First in the body and out of sight. */
function pictureOf(head: PageHead, { inWeChat }: PageHtml): string {
  const loading = inWeChat ? 'fetchpriority="low"' : 'loading="lazy"';
  return `<div hidden><img src="${escaped(imageOf(head))}" width="640" height="360" alt="" ${loading} /></div>`;
}

/** What people and programs without scripts read: what it is, what is on, and where to go. */
function textOf({ title, description, lines = [], links = [] }: PageHead): string {
  const list = links.map(({ to, label }) => `<li><a href="${escaped(to)}">${escaped(label)}</a></li>`);
  return [
    `<h1>${escaped(title)}</h1>`,
    ...[description, ...lines].map((line) => `<p>${escaped(line)}</p>`),
    ...(list.length > 0 ? [`<ul>${list.join('')}</ul>`] : []),
  ].join('');
}
