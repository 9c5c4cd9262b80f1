import type { ActivityForm, Filing } from '@yunhui/contracts';
import { blankForm } from '@yunhui/domain';
import { describe, expect, test } from 'vitest';
import { type DraftEvent, nextDraft, openedDraft } from './draft.reducer.js';

const aForm = (title: string): ActivityForm => ({ ...blankForm, title });
const aFiling = (version: number, title: string): Filing => ({
  id: '0199a000-0000-7000-8000-000000000001',
  version,
  state: 'draft',
  title,
  organization: { key: 'a', name: '甲' },
  campaign: 'a',
  ladder: [],
  level: 0,
  updatedAt: '2023-09-08T10:00:00+08:00',
  form: aForm(title),
  reasons: [],
  steps: [],
});
const after = (...events: DraftEvent[]) => events.reduce(nextDraft, openedDraft(aFiling(1, '旧'), undefined));
const edited = (title: string): DraftEvent => ({ type: 'edited', form: aForm(title) });

describe('a draft', () => {
  test('is saved when the hub has what is written now', () => {
    const state = after(edited('新'), { type: 'sent' }, { type: 'kept', filing: aFiling(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'saved' }, kept: { version: 2 } });
  });

  test('that was edited while it was saved is not saved yet', () => {
    const state = after(edited('新'), { type: 'sent' }, edited('新的'), { type: 'kept', filing: aFiling(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'unsaved' }, form: { title: '新的' }, kept: { version: 2 } });
  });

  test('keeps what is written when the hub does not answer', () => {
    const lost: DraftEvent = { type: 'lost', error: new Error('gone'), isOffline: true };
    expect(after(edited('新'), { type: 'sent' }, lost)).toMatchObject({ saving: { phase: 'offline' }, form: { title: '新' } });
  });

  test('whose answer was lost takes its own save for no stranger', () => {
    const state = after(edited('新 '), { type: 'sent' }, { type: 'clashed', theirs: aFiling(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'saved' }, kept: { version: 2 } });
  });
});

describe('a draft that somebody else changed', () => {
  const clash: DraftEvent[] = [edited('我的'), { type: 'sent' }, { type: 'clashed', theirs: aFiling(5, '别人的') }];

  test('keeps both until one is chosen, also while one goes on writing', () => {
    const state = after(...clash, edited('我的，又写'));
    expect(state).toMatchObject({ saving: { phase: 'changed', theirs: { version: 5 } }, form: { title: '我的，又写' } });
  });

  test('goes on with one’s own, on the version of the other', () => {
    expect(after(...clash, { type: 'took-mine' })).toMatchObject({
      saving: { phase: 'unsaved' },
      kept: { version: 5 },
      form: { title: '我的' },
    });
  });

  test('or with the other, drawn anew', () => {
    expect(after(...clash, { type: 'took-theirs' })).toMatchObject({
      saving: { phase: 'saved' },
      form: { title: '别人的' },
      written: 1,
    });
  });
});

describe('what this device kept', () => {
  test('goes on where it was', () => {
    expect(openedDraft(aFiling(3, '旧'), { version: 3, form: aForm('新') })).toMatchObject({
      saving: { phase: 'unsaved' },
      form: { title: '新' },
    });
  });

  test('is a matter of choice when the hub has a newer one', () => {
    expect(openedDraft(aFiling(4, '旧'), { version: 3, form: aForm('新') })).toMatchObject({ saving: { phase: 'changed' } });
  });

  test('is nothing when the hub has the same', () => {
    expect(openedDraft(aFiling(4, '新'), { version: 3, form: aForm('新') })).toMatchObject({ saving: { phase: 'saved' } });
  });
});
