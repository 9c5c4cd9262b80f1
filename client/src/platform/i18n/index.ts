import { remembered, remember } from '../memory.js';
import { areas, type WordArea } from './areas.js';
import type { Language } from './language.js';
import { change, learn, spoken } from './use-translation.js';

/** What the pages opened so far have asked for: another language brings the same. */
const wanted = new Set<WordArea>();

/** What was chosen here before, else what the browser prefers. */
function preferredLanguage(): Language {
  const wished = remembered('language') ?? navigator.language;
  return wished.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

const loaded = new Map<string, Promise<void>>();

function bring(language: Language, area: string, load: () => Promise<{ words: Readonly<Record<string, string>> }>): Promise<void> {
  const key = `${language} ${area}`;
  const coming = loaded.get(key) ?? load().then(({ words }) => learn(language, words));
  loaded.set(key, coming);
  coming.catch(() => loaded.delete(key)); // a failed load is tried again by who asks next
  return coming;
}

async function loadLanguage(language: Language): Promise<void> {
  const shellOf = language === 'en' ? [bring('en', 'shell', areas.en.shell)] : [];
  await Promise.all([...shellOf, ...[...wanted].map((area) => bring(language, area, areas[language][area]))]);
}

/** Brings the words of a page, in the language spoken now; a route waits for it as it waits for its code. */
export async function loadWords(...names: readonly WordArea[]): Promise<void> {
  for (const name of names) wanted.add(name);
  await loadLanguage(spoken());
}

/** Ready when the words of the wanted language are there; Chinese comes with the page, English when it is wanted. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  if (language === 'en') await loadLanguage('en');
  change(language);
  document.documentElement.lang = language;
}

/** Changes the language of the whole page, and remembers it. */
export async function speak(language: Language): Promise<void> {
  await loadLanguage(language);
  change(language);
  document.documentElement.lang = language;
  remember('language', language);
}
