import { SetMetadata } from '@nestjs/common';
import { type Action, may, permissions, type Subject } from './policy.js';
import type { RegionPath } from './region-path.js';
import type { Viewer } from './viewer.js';

/** What a route or event carries in its parameters, before anybody has parsed it. */
export type Asked = { params?: unknown; query?: unknown; body?: unknown };

/** Who may call a route or a socket event. */
export type Access =
  | { everyone: true }
  | { everyone: false; action: Action; on: Subject; region?: (asked: Asked) => string | undefined; lasting?: boolean };

const ACCESS = 'hub:access';

/** Everybody may call this, also without a name. */
export const Everyone = (): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { everyone: true } satisfies Access);

/**
 * Only who may do this to that. With `region` the grant must cover the region that is asked for;
 * without, a grant anywhere opens the door, and the service narrows what is behind it.
 */
export const Allow = <Name extends Subject>(
  action: Action<Name>,
  on: Name,
  region?: (asked: Asked) => string | undefined,
): MethodDecorator & ClassDecorator => SetMetadata(ACCESS, { everyone: false, action, on, ...(region ? { region } : {}) } satisfies Access);

/**
 * As `Allow`, and also while the database is away, for whose sign-in was seen in the last ten minutes. Only for what must
 * not wait and can be taken back.
 */
export const AllowLasting = <Name extends Subject>(action: Action<Name>, on: Name): MethodDecorator & ClassDecorator =>
  SetMetadata(ACCESS, { everyone: false, action, on, lasting: true } satisfies Access);

/** What is written on a handler, else on its class. Nothing written means that nobody may call it. */
export function accessOf(handler: object, type: object): Access | undefined {
  return (Reflect.getMetadata(ACCESS, handler) ?? Reflect.getMetadata(ACCESS, type)) as Access | undefined;
}

/** Judges one call. A region that was asked for and cannot be read is refused. */
export function isAllowed(access: Exclude<Access, { everyone: true }>, asked: Asked, viewer: Viewer, regionPath: RegionPath): boolean {
  const { action, on, region } = access;
  if (!permissions[on].some((known) => known === action)) return false;
  const judge = (where: string): boolean => may(viewer, { action: action as never, on, region: where }, regionPath);
  if (!region) return viewer.user?.grants.some((grant) => judge(grant.region)) ?? false;
  const where = region(asked);
  return where !== undefined && judge(where);
}
