import type { Plugin, Rolldown } from 'vite';

/** The pages of a campaign have short addresses in the home campaign. */
const inCampaign = (rest: string) => new RegExp(`^(?:/c/[^/]+)?${rest}/?$`);

/** What stands at which path of the router: modules of `src/pages`, and areas of words. */
const pages: readonly { path: RegExp; modules: readonly string[]; words: readonly string[] }[] = [
  { path: inCampaign(''), modules: ['lobby-page'], words: [] },
  { path: inCampaign('/matrix(?:/[^/]+)?'), modules: ['matrix-page'], words: ['matrix'] },
  { path: inCampaign('/schedule'), modules: ['schedule-page'], words: ['schedule', 'share', 'reminders'] },
  { path: inCampaign('/topics'), modules: ['topics-page'], words: ['topics'] },
  { path: inCampaign('/topics/[^/]+'), modules: ['topic-page'], words: ['topics', 'chat', 'share'] },
  { path: inCampaign('/search'), modules: ['search-page'], words: ['search'] },
  { path: /^\/channels\/[^/]+\/?$/, modules: ['begin-channel', 'channel-page', 'playing-channel'], words: ['channel', 'chat', 'share'] },
  { path: /^\/sign-in\/?$/, modules: ['sign-in-page'], words: ['accounts', 'ways'] },
  { path: /^\/apply\/?$/, modules: ['apply-page'], words: ['accounts', 'apply', 'regions'] },
  { path: /^\/sign-in\/back\/?$/, modules: ['identity-answer-page'], words: ['ways'] },
  { path: /^\/inbox\/?$/, modules: ['inbox-page'], words: ['inbox'] },
  { path: /^\/host\/?$/, modules: ['host-page'], words: ['hosting', 'form'] },
  { path: /^\/host\/filings\/?$/, modules: ['filings-page'], words: ['hosting', 'filing', 'form', 'sheet'] },
  { path: /^\/host\/filings\/[^/]+\/?$/, modules: ['filing-page'], words: ['hosting', 'filing', 'form'] },
  { path: /^\/desk\/review\/?$/, modules: ['review-page'], words: ['review', 'filing'] },
  { path: /^\/desk\/moderation\/?$/, modules: ['moderation-page'], words: ['moderation', 'people'] },
  { path: /^\/desk\/moderation\/lists\/?$/, modules: ['moderation-lists-page'], words: ['moderation'] },
];

/** Addresses of files, beyond those that every page begins with. */
export type PageParts = { path: string; files: readonly string[]; words: Record<'zh-CN' | 'en', readonly string[]> };

/**
 * Writes `page-parts.json`: which files each page needs. The hub puts them into the page's HTML, so that a phone asks for
 * them at once and not after the code that would ask for them.
 */
export function pageParts(): Plugin {
  return {
    name: 'page-parts',
    apply: 'build',
    generateBundle(_options, bundle) {
      this.emitFile({ type: 'asset', fileName: 'page-parts.json', source: JSON.stringify(partsIn(bundle)) });
    },
  };
}

/** A page that was not built is an error: its module has another name now. */
export function partsIn(bundle: Rolldown.OutputBundle): readonly PageParts[] {
  const chunks = Object.values(bundle).filter((file) => file.type === 'chunk');
  const start = new Set(closureOf(bundle, [chunkWith(chunks, '/src/main')]));
  const filesOf = (modules: readonly string[]): readonly string[] => {
    const scripts = closureOf(
      bundle,
      modules.map((module) => chunkWith(chunks, module)),
    ).filter((chunk) => !start.has(chunk));
    const styles = scripts.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
    return [...scripts.map(({ fileName }) => fileName), ...new Set(styles)].map((file) => `/${file}`);
  };
  const wordsOf = (language: string, areas: readonly string[]) => filesOf(areas.map((area) => `/i18n/${language}/${area}`));
  return pages.map(({ path, modules, words }) => ({
    path: path.source,
    files: filesOf(modules.map((name) => `/src/pages/${name}`)),
    words: { 'zh-CN': wordsOf('zh-cn', words), en: wordsOf('en', ['shell', ...words]) },
  }));
}

/** What is imported by itself may have a chunk that only leads to the one it lies in. Modules are named without what their file ends in. */
function chunkWith(chunks: readonly Rolldown.OutputChunk[], module: string): Rolldown.OutputChunk {
  const isIt = (id: string | null): boolean => id?.replace(/\.tsx?$/, '').endsWith(module) ?? false;
  const found = chunks.find(({ facadeModuleId }) => isIt(facadeModuleId)) ?? chunks.find(({ moduleIds }) => moduleIds.some(isIt));
  if (!found) throw new Error(`nothing was built of ${module}, which build/page-parts.ts names`);
  return found;
}

/** The chunks and all that they import, each once. */
function closureOf(bundle: Rolldown.OutputBundle, from: readonly Rolldown.OutputChunk[]): readonly Rolldown.OutputChunk[] {
  const found = new Set(from);
  for (const chunk of found) {
    for (const file of chunk.imports) {
      const imported = bundle[file];
      if (imported?.type === 'chunk') found.add(imported);
    }
  }
  return [...found];
}
