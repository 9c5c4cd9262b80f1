import { keepText } from '@yunhui/domain';
import { maskPersonal } from '@yunhui/screening';
import type { TopicMode } from '../../platform/realtime/index.js';

/** What screening decides before the append: what is kept, and whether somebody looks first. */
export type Screened =
  | { ok: true; text: string; masked: boolean; hold?: string; holdMs?: number }
  | { ok: false; reason: 'empty' | 'too-long' };

const textChars = 500;

/**
 * Screens a message under a topic's mode. Staff and hosts in their own region are not held: they answer
 * for what they say by name. Personal data is masked for everybody.
 */
export function screen(text: string, mode: TopicMode, trusted: boolean): Screened {
  const typed = keepText(text, textChars);
  if (!typed.ok) return typed;
  const kept = { ok: true, ...maskPersonal(typed.text) } as const;
  if (trusted) return kept;
  if (mode.reviewFirst) return { ...kept, hold: 'review-first' };
  if (mode.delayMs) return { ...kept, hold: 'delayed', holdMs: mode.delayMs };
  return kept;
}
