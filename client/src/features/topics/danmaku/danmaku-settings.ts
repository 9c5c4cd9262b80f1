import { remember, remembered } from '../../../platform/memory.js';
import { useMode } from '../../../platform/mode.js';
import { useQuiet } from '../../../platform/quiet.js';
import { createStore } from '../../../platform/store.js';
import { useMedia } from '../../../platform/use-media.js';
import { danmakuOn, settingsFrom, type DanmakuSettings, type Stillness } from './danmaku.rules.js';

const settings = createStore<DanmakuSettings>(settingsFrom(remembered('danmaku')));

/** Changes what is chosen, for every picture of this device. */
export function changeDanmaku(change: Partial<DanmakuSettings>): void {
  settings.set({ ...settings.get(), ...change });
  remember('danmaku', JSON.stringify(settings.get()));
}

export const useDanmakuSettings = (): DanmakuSettings => settings.use();

/** Whether danmaku fly now, and why they cannot. */
export function useDanmakuOn(): { on: boolean; still: Stillness } {
  const { on } = settings.use();
  const quiet = useQuiet();
  const elder = useMode() === 'elder';
  const reducedMotion = useMedia('(prefers-reduced-motion: reduce)');
  const still = quiet ? 'quiet' : elder ? 'elder' : undefined;
  return { on: danmakuOn({ on, still, reducedMotion }), still };
}
