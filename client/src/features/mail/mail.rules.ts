import type { Grant, NoticeKind } from '@yunhui/contracts';

/** Of what one can be written to, in the order in which it is offered. */
export const kinds = [
  'filing.returned',
  'filing.approved',
  'filing.published',
  'change.granted',
  'change.declined',
  'filing.changed',
  'filing.postponed',
  'filing.cancelled',
  'stream.failed',
  'supplement.due',
  'supplement.unlocked',
  'unit.approved',
  'unit.declined',
] as const satisfies readonly NoticeKind[];

/** A choice with one kind more or less, in the order of the offer. */
export const withKind = (chosen: readonly NoticeKind[], kind: NoticeKind, isWanted: boolean): NoticeKind[] =>
  kinds.filter((one) => (one === kind ? isWanted : chosen.includes(one)));

/** Whether somebody keeps the whole hub running. The hub judges each request itself. */
export const mayKeepHub = (grants: readonly Grant[]): boolean => grants.some(({ role, region }) => role === 'operator' && region === 'CN');
