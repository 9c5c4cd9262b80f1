import type { Refusal } from '@yunhui/contracts';
import { describe, expect, test } from 'vitest';
import { TicketDesk } from './ticket-desk.js';

const refusal: Refusal = { code: 'ticket.refused', retry: 'sign-in' };

describe('a refused ticket', () => {
  test('is asked for anew once, naming the one that was refused', async () => {
    const asked: (string | undefined)[] = [];
    const desk = new TicketDesk(async (refused) => {
      asked.push(refused);
      return refused ? 'second' : 'first';
    });
    await desk.ticket();
    expect(desk.refused(refusal)).toBe(true);
    expect(await desk.ticket()).toBe('second');
    expect(asked).toEqual([undefined, 'first']);
  });

  test('twice leaves a viewer without a name, until somebody signs in', async () => {
    const desk = new TicketDesk(async () => 'stale');
    await desk.ticket();
    desk.refused(refusal);
    await desk.ticket();
    expect(desk.refused(refusal)).toBe(true);
    expect(await desk.ticket()).toBeUndefined();
    expect(desk.refused(refusal)).toBe(false);
    desk.renew();
    expect(await desk.ticket()).toBe('stale');
  });

  test('is not what any other refusal is about', () => {
    expect(new TicketDesk(async () => 'x').refused({ code: 'busy', retry: 'later' })).toBe(false);
  });
});
