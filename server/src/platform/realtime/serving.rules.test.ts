import { describe, expect, test } from 'vitest';
import { type Attention, modeFor } from './serving.rules.js';

const nobody: Attention = { isStaff: false, types: false, plays: false, isNew: false, wantsMore: true };
const ladder = (who: Partial<Attention>) =>
  (['full', 'slow', 'sampled', 'state', 'http'] as const).map((level) => modeFor(level, { ...nobody, ...who }));

describe('on the five levels', () => {
  test.each<[string, Partial<Attention>, string[]]>([
    ['who neither plays nor types', {}, ['full', 'full', 'sampled', 'state', 'http']],
    ['who types', { types: true }, ['full', 'full', 'sampled', 'sampled', 'sampled']],
    ['staff', { isStaff: true }, ['full', 'full', 'sampled', 'sampled', 'sampled']],
    ['who plays, while that is not enough', { plays: true }, ['full', 'full', 'sampled', 'sampled', 'http']],
    ['who plays, when it is', { plays: true, wantsMore: false }, ['full', 'full', 'sampled', 'sampled', 'sampled']],
    ['who has just come', { isNew: true }, ['full', 'full', 'sampled', 'sampled', 'http']],
  ])('%s is served so', (_, who, modes) => {
    expect(ladder(who)).toEqual(modes);
  });
});
