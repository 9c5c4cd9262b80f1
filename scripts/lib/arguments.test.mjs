import { describe, expect, test } from 'vitest';
import { argumentsOf, sizeOf } from './arguments.mjs';

describe('the arguments of a command', () => {
  test('are names and flags, in any order', () => {
    expect(argumentsOf(['quick', '--seed', '5', 'talk', '--minutes=2'], {})).toMatchObject({
      names: ['quick', 'talk'],
      flags: { seed: '5', minutes: '2' },
    });
  });

  test('include the flags that npm kept for itself', () => {
    expect(argumentsOf(['quick'], { npm_config_seed: '7' }).flags).toEqual({ seed: '7' });
  });

  test('given behind npm’s `--` count more than those npm kept', () => {
    expect(argumentsOf(['--seed', '5'], { npm_config_seed: '7' }).flags).toEqual({ seed: '5' });
  });

  test('name a size, or take the usual one', () => {
    expect(sizeOf(['full', 'talk'])).toEqual({ size: 'full', names: ['talk'] });
    expect(sizeOf(['talk'])).toEqual({ size: 'quick', names: ['talk'] });
  });
});
