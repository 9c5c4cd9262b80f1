import { useEffect } from 'react';
import type { Language } from '../../platform/i18n/language.js';

/** Speaks a sentence by the device's own voice; nothing where there is none. What is being said ends with the page. */
export function useReadAloud(language: Language): ((sentence: string) => void) | undefined {
  useEffect(() => () => globalThis.speechSynthesis?.cancel(), []);
  if (!('speechSynthesis' in globalThis)) return undefined;
  return (sentence) => {
    const saying = new SpeechSynthesisUtterance(sentence);
    saying.lang = language;
    saying.rate = 0.9; // calm
    speechSynthesis.cancel();
    speechSynthesis.speak(saying);
  };
}
