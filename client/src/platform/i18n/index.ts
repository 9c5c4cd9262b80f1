import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { remembered, remember } from '../memory.js';
import type { Words } from './words.js';
import { zhCN } from './zh-cn.js';

export type Language = 'zh-CN' | 'en';

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false;
    nsSeparator: false;
    resources: { translation: typeof zhCN };
  }
}

const chinese: Words = zhCN;

/** What was chosen here before, else what the browser prefers. */
function preferredLanguage(): Language {
  const wanted = remembered('language') ?? navigator.language;
  return wanted.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

async function loadEnglish(): Promise<void> {
  if (i18next.hasResourceBundle('en', 'translation')) return;
  const { en } = await import('./en.js');
  i18next.addResourceBundle('en', 'translation', en);
}

/** Ready when the words of the wanted language are there; Chinese comes with the page, English when it is wanted. */
export async function startI18n(): Promise<void> {
  const language = preferredLanguage();
  await i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    keySeparator: false,
    nsSeparator: false,
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: chinese } },
  });
  if (language === 'en') await loadEnglish();
  document.documentElement.lang = language;
}

/** Changes the language of the whole page, and remembers it. */
export async function speak(language: Language): Promise<void> {
  if (language === 'en') await loadEnglish();
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
  remember('language', language);
}
