import { describe, expect, test } from 'vitest';
import { Turns } from './turns.js';

describe('the one connection', () => {
  test('goes to appends first, and otherwise to whoever asked first', async () => {
    const turns = new Turns();
    const order: string[] = [];
    const use = async (name: string, urgent: boolean) => {
      const release = await turns.take(urgent);
      order.push(name);
      release();
    };
    const holder = await turns.take(false);
    const all = [use('list', false), use('import', false), use('append', true)];
    holder();
    await Promise.all(all);
    expect(order).toEqual(['append', 'list', 'import']);
  });

  test('is not given twice when it is given back twice', async () => {
    const turns = new Turns();
    const first = await turns.take(false);
    const second = turns.take(false);
    first();
    first();
    await second;
    let third = false;
    void turns.take(false).then(() => (third = true));
    await new Promise((resolve) => setImmediate(resolve));
    expect(third).toBe(false);
  });
});
