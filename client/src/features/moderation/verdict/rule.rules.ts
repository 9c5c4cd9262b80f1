import type { QueueItem, RejectionRule } from '@yunhui/contracts';

const ofCategory: Readonly<Record<string, RejectionRule>> = {
  ad: 'ad',
  diversion: 'diversion',
  flame: 'flame',
  fraud: 'fraud',
  privacy: 'contact-details',
  rumour: 'rumour',
  flood: 'flood',
};

/** What a sender would be told if this were rejected now: what the worst finding is about, else why it is held. */
export function suggestedRule({ findings, why }: Pick<QueueItem, 'findings' | 'why'>): RejectionRule {
  const worst = findings.toSorted((one, other) => other.level - one.level)[0];
  if (worst?.rule.startsWith('name.')) return 'name';
  const known = worst ? ofCategory[worst.category] : undefined;
  if (known) return known;
  if (why === 'link') return 'link';
  return why === 'burst' ? 'flood' : 'off-topic';
}
