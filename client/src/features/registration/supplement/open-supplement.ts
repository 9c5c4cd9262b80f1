import type { Supplement, SupplementContent } from '@yunhui/contracts';
import { refusalOf } from '../../../platform/http.js';
import { remember, remembered } from '../../../platform/memory.js';
import { createStore } from '../../../platform/store.js';
import { type DraftEvent, type LeftOver, nextDraft, openedDraft } from './draft.reducer.js';
import { saveSupplement, supplementBeside } from './use-supplement.js';

/** Fields to put in; what is done later is worked out on the content as it is then. */
export type Change = Partial<SupplementContent> | ((content: SupplementContent) => Partial<SupplementContent>);

/** So long nobody types before it is saved. */
const pauseMs = 800;
/** So often it is tried again while the hub does not answer. */
const againMs = 10_000;

/** A supplement that saves itself, one save at a time. What the hub does not have stays on the device, but for the list of people. */
export function openSupplement(supplement: Supplement) {
  const { filing } = supplement;
  const place = `draft.supplement.${filing}` as const;
  const store = createStore(openedDraft(supplement, leftOver(remembered(place))));
  let running: Promise<void> | undefined;
  let bringing = Promise.resolve();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const happen = (event: DraftEvent) => {
    store.set(nextDraft(store.get(), event));
    const { saving, content, kept } = store.get();
    const { workerList: _, ...rest } = content;
    remember(place, saving.phase === 'saved' ? undefined : JSON.stringify({ version: kept.version, content: rest } satisfies LeftOver));
    clearTimeout(timer);
    if (saving.phase === 'unsaved') timer = setTimeout(() => void save(), pauseMs);
    if (saving.phase === 'failed' || saving.phase === 'offline') timer = setTimeout(() => void save(), againMs);
  };
  const send = async () => {
    const { kept, content } = store.get();
    happen({ type: 'sent' });
    try {
      happen({ type: 'kept', supplement: await saveSupplement(filing, { version: kept.version, content }) });
    } catch (error) {
      const code = refusalOf(error)?.code;
      const theirs = code === 'filing.changed' || code === 'supplement.locked' ? supplementBeside(error) : undefined;
      happen(theirs ? { type: 'clashed', theirs } : { type: 'lost', error, isOffline: !navigator.onLine });
    }
  };
  const save = (): Promise<void> => {
    const { phase } = store.get().saving;
    if (phase === 'saved' || phase === 'changed') return Promise.resolve();
    running ??= send().finally(() => (running = undefined));
    return running;
  };
  return {
    use: store.use,
    edit: (change: Change) => {
      const { content } = store.get();
      happen({ type: 'edited', content: { ...content, ...(typeof change === 'function' ? change(content) : change) } });
    },
    happen,
    save,
    /** What ends in an edit; the last one that was begun ends last. */
    during: (work: Promise<void>) => void (bringing = work),
    /** Waits for what is on its way, saves what is not saved yet, and answers what the hub has; none: it has not got all of it. */
    settled: async (): Promise<Supplement | undefined> => {
      await bringing;
      await running;
      await save();
      const { saving, kept } = store.get();
      return saving.phase === 'saved' ? kept : undefined;
    },
    /** Goes on by itself, and as soon as there is a network again. Answers how to end that. */
    watch: () => {
      const again = () => void save();
      addEventListener('online', again);
      if (store.get().saving.phase === 'unsaved') again();
      return () => {
        removeEventListener('online', again);
        clearTimeout(timer);
        void save();
      };
    },
  };
}
export type SupplementDraft = ReturnType<typeof openSupplement>;

function leftOver(kept: string | undefined): LeftOver | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as LeftOver);
}
