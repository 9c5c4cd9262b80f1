import { type ActivityForm, FormField } from '@yunhui/contracts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blankForm, copyOfForm, differenceOf, formFields } from './difference.js';

test('every part of the form is compared', () => {
  expect(formFields).toEqual(FormField.options);
});

test('a difference names the parts that changed, with both values', () => {
  const before = { ...blankForm, title: '走进地震局', audience: '120 人' };
  const after = { ...before, title: '走进广西地震台', hosts: [{ name: '广西壮族自治区地震局' }] };
  expect(differenceOf(before, after)).toEqual([
    { field: 'title', before: '走进地震局', after: '走进广西地震台' },
    { field: 'hosts', before: [], after: [{ name: '广西壮族自治区地震局' }] },
  ]);
});

test('the order of keys and parts that are left out are no difference', () => {
  const place = { text: '广西科技馆', tentative: false };
  const before = { ...blankForm, place: { ...place, region: undefined }, summary: undefined };
  expect(differenceOf(before, { ...blankForm, place: { tentative: false, text: '广西科技馆' } })).toEqual([]);
});

test('nothing is different from itself, and a difference is the same parts both ways', () => {
  const some = fc.record({
    title: fc.string(),
    audience: fc.option(fc.string(), { nil: undefined }),
    domains: fc.subarray(['核科普', '国防'] as const),
  });
  fc.assert(
    fc.property(some, some, (one, other) => {
      const [before, after] = [
        { ...blankForm, ...one },
        { ...blankForm, ...other, domains: [...other.domains] },
      ] as [ActivityForm, ActivityForm];
      expect(differenceOf(before, before)).toEqual([]);
      expect(differenceOf(before, after).map(({ field }) => field)).toEqual(differenceOf(after, before).map(({ field }) => field));
    }),
  );
});

test('a copy of last year’s has neither its time nor its sessions', () => {
  const last: ActivityForm = {
    ...blankForm,
    title: '科普进党校',
    time: { precision: 'day', from: '2022-09-17', to: '2022-09-17', tentative: false },
    sessions: [{ id: '0198c0de-0000-7000-8000-000000000001', title: '第一讲', links: [] }],
  };
  expect(copyOfForm(last)).toEqual({ ...blankForm, title: '科普进党校' });
});
