import type { LobbyChannel } from '@yunhui/contracts';
import { shanghaiDayOf, startOfShanghaiDay } from '@yunhui/domain';

const hourMs = 3_600_000;

/** The three things one can do in 长辈模式. */
export const elderChoices = ['watch', 'replay', 'listen'] as const;
export type ElderChoice = (typeof elderChoices)[number];

/** The cards of a choice, one shown at a time: what is live to watch or listen to, or what can be seen again. They keep the order they come in. */
export function cardsOf(choice: ElderChoice, channels: readonly LobbyChannel[]): readonly LobbyChannel[] {
  const wanted = choice === 'replay' ? 'replay' : 'live';
  return channels.filter(({ state }) => state === wanted);
}

/** Where the card that is looked at stands, whatever came or went before it; one that is gone gives way to the first. */
export function placeOf(cards: readonly LobbyChannel[], slug: string | undefined): number {
  return Math.max(
    0,
    cards.findIndex((card) => card.slug === slug),
  );
}

/** The greeting goes by the hour in Shanghai. */
export function partOfDay(at: number): 'morning' | 'afternoon' | 'evening' {
  const hour = (at - startOfShanghaiDay(shanghaiDayOf(at))) / hourMs;
  if (hour < 12) return 'morning';
  return hour < 18 ? 'afternoon' : 'evening';
}
