import type { Finding, LinkVerdict } from '@yunhui/contracts';
import { type FindingEntry, findings } from './finding-words.js';

export type FindingCode = keyof typeof findings;

export function isFindingCode(code: string): code is FindingCode {
  return Object.hasOwn(findings, code);
}

export function verdictOf(code: FindingCode): LinkVerdict {
  return findings[code].verdict;
}

/** A finding with its words, as it is shown. */
export function toFinding(code: FindingCode): Finding {
  const { says, todo }: FindingEntry = findings[code];
  return todo ? { code, says, todo } : { code, says };
}
