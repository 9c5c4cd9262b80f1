import { keepText } from '@yunhui/domain';
import { maskPersonal } from '@yunhui/screening';

/** Words as they may be kept: trimmed and normalised, with what would find a person masked. */
export type KeptWords = { ok: true; text: string; masked: boolean } | { ok: false; reason: 'empty' | 'too-long' };

export const textChars = 500;

/** What staff and hosts say by name is neither held nor refused; personal data is masked for everybody. */
export function keptWords(text: string): KeptWords {
  const typed = keepText(text, textChars);
  return typed.ok ? { ok: true, ...maskPersonal(typed.text) } : typed;
}
