import type { Filing } from '@yunhui/contracts';
import { refusalOf } from '../../../platform/http.js';
import { remember, remembered } from '../../../platform/memory.js';
import { createStore } from '../../../platform/store.js';
import { filingBeside, saveFiling } from '../use-filings.js';
import type { Change } from './form.context.js';
import { type DraftEvent, type LeftOver, nextDraft, openedDraft } from './draft.reducer.js';

/** So long nobody types before a draft is saved. */
const pauseMs = 800;
/** So often it is tried again while the hub does not answer. */
const againMs = 10_000;

/** A draft that saves itself, one save at a time. What the hub does not have stays on the device, also when the page is closed. */
export function openDraft(filing: Filing) {
  const place = `draft.filing.${filing.id}` as const;
  const store = createStore(openedDraft(filing, leftOver(remembered(place))));
  let running: Promise<void> | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const happen = (event: DraftEvent) => {
    store.set(nextDraft(store.get(), event));
    const { saving, form, kept } = store.get();
    // Of a clash the version is the one that was written on: the choice is asked again when the page is.
    remember(place, saving.phase === 'saved' ? undefined : JSON.stringify({ version: kept.version, form } satisfies LeftOver));
    clearTimeout(timer);
    if (saving.phase === 'unsaved') timer = setTimeout(() => void save(), pauseMs);
    if (saving.phase === 'failed' || saving.phase === 'offline') timer = setTimeout(() => void save(), againMs);
  };
  const send = async () => {
    const { kept, form } = store.get();
    happen({ type: 'sent' });
    try {
      happen({ type: 'kept', filing: await saveFiling(kept.id, { version: kept.version, form }) });
    } catch (error) {
      const theirs = refusalOf(error)?.code === 'filing.changed' ? filingBeside(error) : undefined;
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
      const { form } = store.get();
      happen({ type: 'edited', form: { ...form, ...(typeof change === 'function' ? change(form) : change) } });
    },
    happen,
    save,
    /** Saves what is not saved yet, and answers what the hub has; none: it has not got all of it. */
    settled: async (): Promise<Filing | undefined> => {
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
export type Draft = ReturnType<typeof openDraft>;

function leftOver(kept: string | undefined): LeftOver | undefined {
  return kept === undefined ? undefined : (JSON.parse(kept) as LeftOver);
}
