import { useSyncExternalStore } from 'react';
import type { Language } from './language.js';
import { type Catalog, translator, type Values } from './translate.js';
import type { AllWords, ShellWords } from './words.js';
import { words as shell } from './zh-cn/shell.js';

type StemOf<Key> = Key extends `${infer Stem}_other` ? Stem : Key;
/** What may be said: every key of the catalogs, and of a counted sentence its stem. */
export type WordKey = StemOf<keyof AllWords>;
export type Translate = (key: WordKey, values?: Values) => string;

const chinese: ShellWords = shell;
const catalogs: Record<Language, Catalog> = { 'zh-CN': chinese, en: {} };
const listeners = new Set<() => void>();

type Speech = { t: Translate; language: Language };
let speech = speechIn('zh-CN');

function speechIn(language: Language): Speech {
  const order = language === 'en' ? [catalogs.en, catalogs['zh-CN']] : [catalogs['zh-CN'], catalogs.en];
  return { t: translator(language, order), language };
}

const tell = (next: Speech): void => {
  speech = next;
  for (const changed of listeners) changed();
};

/** The language spoken now. */
export const spoken = (): Language => speech.language;

/** Words that have come with a page. */
export function learn(language: Language, words: Catalog): void {
  catalogs[language] = { ...catalogs[language], ...words };
  tell(speechIn(speech.language));
}

export const change = (language: Language): void => tell(speechIn(language));

function subscribe(changed: () => void): () => void {
  listeners.add(changed);
  return () => void listeners.delete(changed);
}

/** The words of the language spoken; who uses them is drawn again when it changes, or when more have come. */
export const useTranslation = (): Speech => useSyncExternalStore(subscribe, () => speech);
