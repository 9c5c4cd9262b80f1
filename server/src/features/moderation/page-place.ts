import { HubError } from '../../platform/hub-error.js';

/** Where a page of rows in order of time ended. */
export type Place = { at: string; id: string };

/** The opaque cursor of the page after a row. */
export function placeAfter({ at, id }: Place): string {
  return Buffer.from(`${new Date(at).toISOString()} ${id}`).toString('base64url');
}

/** The place that a cursor names; what no page ever gave is refused. */
export function placeIn(cursor: string): Place {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split(' ', 2);
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new HubError('request.malformed', { field: 'cursor' });
  return { at, id };
}
