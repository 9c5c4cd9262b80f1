import type { ErrorCode } from '@yunhui/contracts';
import { keepText } from '@yunhui/domain';
import { maskPersonal } from '@yunhui/screening';
import { type EffectiveMode, ruleOfMode } from './modes/mode.rules.js';

/** What screening decides before the append: what is kept, whether somebody looks first, or why the mode forbids it. */
export type Screened =
  | { ok: true; text: string; masked: boolean; hold?: string; holdMs?: number; refuse?: ErrorCode }
  | { ok: false; reason: 'empty' | 'too-long' };
/** Who speaks, as far as a mode asks. */
export type Asker = { isTrusted: boolean; isVerified: boolean };

const textChars = 500;

/**
 * Screens a message under a topic's mode. Staff and hosts in their own region are not held: they answer
 * for what they say by name. Personal data is masked for everybody.
 */
export function screen(text: string, mode: EffectiveMode, { isTrusted, isVerified }: Asker): Screened {
  const typed = keepText(text, textChars);
  if (!typed.ok) return typed;
  const kept = { ok: true, ...maskPersonal(typed.text) } as const;
  if (isTrusted) return kept;
  const ruling = ruleOfMode(mode, { text: typed.text, trust: 1, isVerified, verdict: 'pass' });
  if (ruling.do === 'refuse') return { ...kept, refuse: ruling.code };
  return ruling.do === 'hold' ? { ...kept, hold: ruling.why, holdMs: ruling.holdMs } : kept;
}
