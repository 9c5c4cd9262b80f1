import type { HouseRule, RejectionRule } from '@yunhui/contracts';

const houseRuleOf: Record<RejectionRule, HouseRule> = {
  'contact-details': 'privacy',
  diversion: 'diversion',
  ad: 'ad',
  fraud: 'fraud',
  flame: 'flame',
  rumour: 'rumour',
  privacy: 'privacy',
  flood: 'flood',
  link: 'ad',
  name: 'impersonation',
  'off-topic': 'other',
  other: 'other',
};

/** What the sender of a held message is told when its author was treated by a rule of the house. */
export const rejectionRule = (rule: HouseRule): RejectionRule => {
  if (rule === 'impersonation') return 'name';
  return rejectionRules.find((name) => name === rule) ?? 'other';
};

/** Every reason for rejecting, in the order of the contract. */
export const rejectionRules = Object.keys(houseRuleOf) as RejectionRule[];

/** The rule of the house for what a message would be rejected by: persons are treated by it, and messages taken back. */
export const houseRule = (rule: RejectionRule): HouseRule => houseRuleOf[rule];

const everyRule: Record<HouseRule, true> = {
  ad: true,
  diversion: true,
  fraud: true,
  rumour: true,
  flame: true,
  privacy: true,
  hate: true,
  sexual: true,
  threat: true,
  minors: true,
  flood: true,
  impersonation: true,
  other: true,
};

/** Every rule of the house, in the order of the contract: a new one does not compile without its place here. */
export const houseRules = Object.keys(everyRule) as HouseRule[];
