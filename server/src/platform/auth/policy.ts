import { AbilityBuilder, createMongoAbility, type MongoAbility, subject } from '@casl/ability';
import type { Role, User } from '@yunhui/contracts';
import { HubError } from '../hub-error.js';
import { type RegionPath, shortRegionPath } from './region-path.js';

/** Everything that is not open to everyone, as what one does to what. */
export const permissions = {
  /** 审核台: what is filed in a subtree; deciding is a level's own, which the feature asks. */
  Desk: ['read', 'decide'],
  /** What one's own units register. */
  Filing: ['write'],
  /** Who files for a unit. It opens the door: the feature asks whose unit it is. */
  Unit: ['read', 'invite'],
  Queue: ['read', 'decide'],
  /** What moderators know of a person, do about them, and hear of them: reports and appeals. */
  Person: ['read', 'sanction', 'hear'],
  /** What screening looks for: everywhere, so only who is above all regions reads or changes it. */
  Lists: ['read', 'edit'],
  /** A conversation: a channel's room, or a campaign-wide topic. */
  Room: ['moderate', 'announce', 'pin'],
  /** 静默; which addresses may do more than others; opening one, and what it says of itself. */
  Campaign: ['quiet', 'ranges', 'open'],
  Channel: ['cut', 'pick'],
  /** `signal`: the host's word that a session has begun or ended. */
  Schedule: ['plan', 'signal'],
  /** Whether an address can be watched: it makes the hub send requests, so it is for people who bring streams; and which a session has. */
  Link: ['check', 'bring'],
  /** Who works in a region, and as what. */
  Staff: ['appoint'],
  /** Who outside is told what happens in a region. */
  Webhook: ['manage'],
  /** What keeps the hub running, everywhere: only who is above all regions may change it. */
  Operations: ['read', 'steer'],
} as const;
export type Subject = keyof typeof permissions;
export type Action<Name extends Subject = Subject> = (typeof permissions)[Name][number];

/**
 * What each role may do, in its region and below. What is not here is refused.
 * Hosts are not staff: they speak as hosts, and own what they registered.
 */
export const allowed: Record<Role, { [Name in Subject]?: readonly Action<Name>[] }> = {
  host: { Filing: ['write'], Unit: ['read', 'invite'], Room: ['announce', 'pin'], Link: ['check', 'bring'], Schedule: ['signal'] },
  reviewer: { Desk: ['read', 'decide'], Unit: ['read', 'invite'], Room: ['announce', 'pin'], Link: ['check'] },
  moderator: {
    Queue: ['read', 'decide'],
    Lists: ['read', 'edit'],
    Person: ['read', 'sanction', 'hear'],
    Room: ['moderate', 'announce', 'pin'],
    Channel: ['cut'],
  },
  operator: {
    Desk: ['read'],
    Unit: ['read'],
    Queue: ['read'],
    Lists: ['read', 'edit'],
    Person: ['read'],
    Campaign: ['quiet', 'ranges', 'open'],
    Channel: ['cut', 'pick'],
    Room: ['announce', 'pin'],
    Schedule: ['plan', 'signal'],
    Link: ['check', 'bring'],
    Staff: ['appoint'],
    Webhook: ['manage'],
    Operations: ['read', 'steer'],
  },
};

type Policy = MongoAbility<[string, Subject | { path: readonly string[] }]>;
const known = new WeakMap<object, Policy>();

/** One user's policy; the grants of a user are never changed in place, so it is made once for them. */
function policyOf(user: User): Policy {
  const kept = known.get(user.grants);
  if (kept) return kept;
  const { can, build } = new AbilityBuilder<Policy>(createMongoAbility);
  for (const { role, region } of user.grants) {
    for (const [name, actions] of Object.entries(allowed[role])) can([...actions], name as Subject, { path: region });
  }
  const policy = build();
  known.set(user.grants, policy);
  return policy;
}

/** Whether somebody may do something in a region: a grant there or above it says so, or nobody does. */
export function may<Name extends Subject>(
  { user }: { user?: User },
  act: { action: Action<Name>; on: Name; region: string },
  regionPath: RegionPath = shortRegionPath,
): boolean {
  if (!user) return false;
  return policyOf(user).can(act.action, subject(act.on, { path: [...regionPath(act.region)] }) as never);
}

/** The user, who may do something in a region; anybody else is refused. */
export function whoMay<Name extends Subject>(
  { user }: { user?: User },
  act: { action: Action<Name>; on: Name; region: string },
  regionPath: RegionPath,
): User {
  if (!user || !may({ user }, act, regionPath)) throw new HubError('access.refused');
  return user;
}
