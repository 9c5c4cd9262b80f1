import type { OwnMessage } from '@yunhui/realtime-client';
import { expect, test } from 'vitest';
import { fateOf, verdictsSince } from './fate.rules.js';

const own = (id: string, status: OwnMessage['status']): OwnMessage => ({ id, kind: 'chat', text: id, at: 0, status });

test('what was refused for good is edited, what only did not get through is sent again', () => {
  expect(fateOf({ status: 'rejected' })).toEqual({ look: 'bad', next: 'edit' });
  expect(fateOf({ status: 'refused', error: { code: 'message.too-long', retry: 'never' } })).toEqual({ look: 'bad', next: 'edit' });
  expect(fateOf({ status: 'refused', error: { code: 'busy', retry: 'later' } })).toEqual({ look: 'unsent', next: 'resend' });
  expect(fateOf({ status: 'unsent' })).toEqual({ look: 'unsent', next: 'resend' });
});

test('nothing can be done about a message on its way or in review', () => {
  expect(fateOf({ status: 'sending' }).next).toBeUndefined();
  expect(fateOf({ status: 'held' }).next).toBeUndefined();
});

test('a verdict is told once, and that it is being sent never', () => {
  const held = [own('a', 'held'), own('b', 'sending')];
  expect(verdictsSince([own('a', 'sending')], held).map(({ id }) => id)).toEqual(['a']);
  expect(verdictsSince(held, held)).toEqual([]);
  expect(verdictsSince(held, [own('a', 'rejected'), own('b', 'sending')]).map(({ status }) => status)).toEqual(['rejected']);
});
