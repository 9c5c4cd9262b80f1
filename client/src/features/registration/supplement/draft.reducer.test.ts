import type { Supplement, SupplementContent } from '@yunhui/contracts';
import { blankSupplement } from '@yunhui/domain';
import { describe, expect, test } from 'vitest';
import { type DraftEvent, type LeftOver, nextDraft, openedDraft } from './draft.reducer.js';

const writing = (summary: string, more: Partial<SupplementContent> = {}): SupplementContent => ({ ...blankSupplement, summary, ...more });
const aSupplement = (version: number, summary: string, changes: Partial<Supplement> = {}): Supplement => ({
  filing: '0199a000-0000-7000-8000-000000000001',
  title: '遇见恐龙',
  version,
  standing: 'open',
  time: { endedOn: '2023-09-28', deadline: '2023-10-08', boundBy: { rule: 'days-after-end', days: 10 }, unfinishedIn: [] },
  cutOffs: [],
  daysLeft: 10,
  content: writing(summary),
  measured: {},
  findings: [],
  ...changes,
});
const after = (...events: DraftEvent[]) => events.reduce(nextDraft, openedDraft(aSupplement(1, '旧'), undefined));
const edited = (summary: string): DraftEvent => ({ type: 'edited', content: writing(summary) });

describe('a supplement that is written', () => {
  test('is saved when the hub has what is written now', () => {
    const state = after(edited('新'), { type: 'sent' }, { type: 'kept', supplement: aSupplement(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'saved' }, kept: { version: 2 } });
  });

  test('that was edited while it was saved is not saved yet', () => {
    const state = after(edited('新'), { type: 'sent' }, edited('新的'), { type: 'kept', supplement: aSupplement(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'unsaved' }, content: { summary: '新的' }, kept: { version: 2 } });
  });

  test('keeps what is written when the hub does not answer', () => {
    const lost: DraftEvent = { type: 'lost', error: new Error('gone'), isOffline: true };
    expect(after(edited('新'), { type: 'sent' }, lost)).toMatchObject({ saving: { phase: 'offline' }, content: { summary: '新' } });
  });

  test('whose answer was lost takes its own save for no stranger', () => {
    const state = after(edited('新 '), { type: 'sent' }, { type: 'clashed', theirs: aSupplement(2, '新') });
    expect(state).toMatchObject({ saving: { phase: 'saved' }, kept: { version: 2 } });
  });

  test('that somebody else changed keeps both until one is chosen', () => {
    const clash: DraftEvent[] = [edited('我的'), { type: 'sent' }, { type: 'clashed', theirs: aSupplement(5, '别人的') }];
    expect(after(...clash, edited('我的，又写'))).toMatchObject({
      saving: { phase: 'changed', theirs: { version: 5 } },
      content: { summary: '我的，又写' },
    });
    expect(after(...clash, { type: 'took-mine' })).toMatchObject({
      saving: { phase: 'unsaved' },
      kept: { version: 5 },
      content: { summary: '我的' },
    });
    expect(after(...clash, { type: 'took-theirs' })).toMatchObject({ saving: { phase: 'saved' }, content: { summary: '别人的' } });
  });

  test('that has locked meanwhile is told so, also when the hub has the same', () => {
    const theirs = aSupplement(2, '新', { standing: 'locked' });
    expect(after(edited('新'), { type: 'sent' }, { type: 'clashed', theirs })).toMatchObject({ saving: { phase: 'changed', theirs } });
  });
});

describe('what this device kept', () => {
  const kept = aSupplement(3, '旧', { content: writing('旧', { workerList: '甲' }) });

  test('goes on where it was, with the list that the hub has', () => {
    const state = openedDraft(kept, { version: 3, content: writing('新') });
    expect(state).toMatchObject({ saving: { phase: 'unsaved' }, content: { summary: '新', workerList: '甲' } });
  });

  test('by an older page has no pictures, and is read all the same', () => {
    const { pictures: _, ...older } = writing('新');
    const state = openedDraft(kept, { version: 3, content: older as LeftOver['content'] });
    expect(state.content).toMatchObject({ summary: '新', pictures: [] });
  });

  test('is a matter of choice when the hub has a newer one, and nothing when it has the same', () => {
    expect(openedDraft(kept, { version: 2, content: writing('新') })).toMatchObject({ saving: { phase: 'changed' } });
    expect(openedDraft(kept, { version: 2, content: writing('旧') })).toMatchObject({ saving: { phase: 'saved' } });
  });
});
