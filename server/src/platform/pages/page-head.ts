/** The languages that a page may be asked for in. */
export type PageLanguage = 'zh-CN' | 'en';

/** `params` are the parts of the path that its pattern names; `campaign` is set under `/c/{campaign}` only. */
export type PageRequest = { params: Readonly<Record<string, string>>; campaign?: string; language: PageLanguage };

/** What schema.org calls a thing, as JSON-LD. */
export type Thing = Readonly<Record<string, unknown>>;

/** Makes an address that a chat app or search engine can follow from a root-relative one. */
export type Absolute = (path: string) => string;

/** What a page is about, for who reads it before any script runs: chat apps, search engines, people without JavaScript. All of it is plain text. */
export type PageHead = {
  /** Without the product's name. */
  title: string;
  description: string;
  /** Root-relative address of a bitmap of at least 300 px: chat apps draw no SVG. */
  image?: string;
  /** The one address of a page that has several. */
  canonical?: string;
  things?: (absolute: Absolute) => readonly Thing[];
  lines?: readonly string[];
  links?: readonly PageLink[];
  /** Root-relative addresses of the answers that the page asks for first: they are on their way while its code is. */
  reads?: readonly string[];
};

export type PageLink = { to: string; label: string };

/** Where the client's build puts a plate as a bitmap. */
export const plateImage = (kind: string): string => `/plates/${kind}.png`;

const generic: Record<PageLanguage, PageHead> = {
  'zh-CN': {
    title: '云上科普日',
    description: '全国科普日的直播、话题与节目单，汇在一处：一省一品一直播。',
    links: [
      { to: '/', label: '大厅' },
      { to: '/matrix', label: '矩阵' },
      { to: '/schedule', label: '节目单' },
      { to: '/topics', label: '话题' },
    ],
  },
  en: {
    title: 'Science Day online',
    description:
      'Live streams, conversations and the schedule of China’s Science Day in one place: one province, one speciality, one stream.',
    links: [
      { to: '/', label: 'Lobby' },
      { to: '/matrix', label: 'Matrix' },
      { to: '/schedule', label: 'Schedule' },
      { to: '/topics', label: 'Topics' },
    ],
  },
};

/** What is said of a page that nobody described, or while the store is away. */
export const genericHead = (language: PageLanguage): PageHead => generic[language];

/** Chinese, unless the reader prefers anything else: the interface has these two languages. */
export function languageOf(acceptLanguage: string | undefined): PageLanguage {
  const first = acceptLanguage?.split(',', 1)[0]?.trim().toLowerCase();
  return !first || first === '*' || first.startsWith('zh') ? 'zh-CN' : 'en';
}
