import { type AuthorTrust, type QueueFinding, type RejectionRule, rejectionRules } from '@yunhui/contracts';
import { type Finding, joinedSpans, maskPersonal, maskSpans, type Screening, spanAfter, type Verdict } from '@yunhui/screening';

/** What is kept beside a held or refused message: why, how bad, and which pipeline with which lists said so. */
export type Review = {
  scope: string;
  region?: string;
  level: QueueFinding['level'];
  findings: QueueFinding[];
  burst?: string;
  screening: string;
  trust: AuthorTrust;
  /** The text with every finding masked, where that is another one. */
  masked?: string;
  /** Of what is refused: what its author is told. */
  rule?: RejectionRule;
};

/** What screening makes of a message and of the name it is said under. `text` and `name` as everybody may read them. */
export type Screened = {
  verdict: Verdict;
  text: string;
  name: string;
  isMasked: boolean;
  findings: QueueFinding[];
  burst?: string;
  masked?: string;
  /** The pipeline and the lists that said so. */
  screening: string;
};

const severity: Record<Verdict, number> = { pass: 0, mask: 1, hold: 2, reject: 3, mute: 4 };

/**
 * Puts what was found in the words and in the name together: the worse counts. Findings are given by their place in the
 * masked text, for that is the one a moderator reads; those of the name have no place in it.
 */
export function screenedWith(said: string, words: Screening, name: Screening): Screened {
  const text = maskPersonal(words.text).text;
  const findings = [...words.findings.map((finding) => shown(finding, words, text.length)), ...name.findings.map(ofName)];
  const everything = joinedSpans(words.findings.filter(({ category }) => category !== 'flood'));
  const masked = maskPersonal(maskSpans(said, everything)).text;
  const burst = burstIn(words.findings);
  return {
    verdict: severity[name.verdict] > severity[words.verdict] ? name.verdict : words.verdict,
    text,
    name: name.text,
    isMasked: text !== said,
    findings,
    screening: words.version,
    ...(burst !== undefined && { burst }),
    ...(masked !== text && { masked }),
  };
}

/** How bad a message is at worst: 0 when nothing was found. */
export const levelOf = (findings: readonly QueueFinding[]): QueueFinding['level'] =>
  findings.reduce<QueueFinding['level']>((worst, { level }) => (level > worst ? level : worst), 0);

/** What the sender is told of words that are refused: the category of the worst finding. */
export function ruleOf(findings: readonly QueueFinding[]): RejectionRule {
  const [worst] = findings.toSorted((one, other) => severity[other.action] - severity[one.action] || other.level - one.level);
  if (!worst) return 'other';
  if (worst.rule.startsWith('name.')) return 'name';
  if (worst.rule.startsWith('personal.')) return 'contact-details';
  return rejectionRules.find((rule) => rule === worst.category) ?? 'other';
}

const burstRule = 'flood.burst.';

function burstIn(findings: readonly Finding[]): string | undefined {
  return findings.find(({ rule }) => rule.startsWith(burstRule))?.rule.slice(burstRule.length);
}

/** A second masking may have shortened the text further: no place lies behind its end. */
function shown(finding: Finding, { masks }: Screening, length: number): QueueFinding {
  const { start, end } = spanAfter(finding, masks);
  const rule = finding.rule.startsWith(burstRule) ? 'flood.burst' : finding.rule;
  return { ...finding, rule, start: Math.min(start, length), end: Math.min(end, length) };
}

const ofName = (finding: Finding): QueueFinding => ({ ...finding, rule: `name.${finding.rule}`, start: 0, end: 0 });
