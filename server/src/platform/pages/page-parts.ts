import type { PageLanguage } from './page-head.js';

/** What a page needs beyond what every page begins with, as the client's build wrote it (`page-parts.json`): addresses of files. */
export type PageParts = {
  /** A regular expression. */
  path: string;
  files: readonly string[];
  words: Readonly<Record<PageLanguage, readonly string[]>>;
};

/** The files that the page at `path` is going to ask for. */
export function filesFor(parts: readonly PageParts[], path: string, language: PageLanguage): readonly string[] {
  const page = parts.find((one) => new RegExp(one.path).test(path));
  return page ? [...page.files, ...page.words[language]] : [];
}

/** Asks for a file before anybody needs it, as its later use will: of the same kind and with the same credentials. */
export function fileLink(file: string): string {
  return file.endsWith('.css')
    ? `<link rel="preload" as="style" crossorigin href="${file}" />`
    : `<link rel="modulepreload" crossorigin href="${file}" />`;
}

/** Asks for an answer before the page's own code does. */
export function answerLink(address: string): string {
  return `<link rel="preload" as="fetch" crossorigin href="${address}" />`;
}
