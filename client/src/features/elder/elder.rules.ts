import type { LobbyChannel } from '@yunhui/contracts';
import { byNearnessToAir } from '@yunhui/domain';

/** The three things one can do in 长辈模式. */
export const elderChoices = ['watch', 'replay', 'listen'] as const;
export type ElderChoice = (typeof elderChoices)[number];

/** The cards of a choice, one shown at a time: what is live to watch or listen to, or what can be seen again. */
export function cardsOf(choice: ElderChoice, channels: readonly LobbyChannel[]): readonly LobbyChannel[] {
  const wanted = choice === 'replay' ? 'replay' : 'live';
  return channels.filter(({ state }) => state === wanted).toSorted(byNearnessToAir);
}

/** The greeting goes by the hour in Shanghai. */
export function partOfDay(hour: number): 'morning' | 'afternoon' | 'evening' {
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
