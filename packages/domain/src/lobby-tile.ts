import type { LobbyChannel } from '@yunhui/contracts';
import { clipText, jsonBytes } from './clip.js';

/** A value of a topic's state: 600 of them must fit a hash and a phone's first answer. */
export const tileMaxBytes = 512;

/** Budgets per text, tried in turn: titles as they are, down to what fits beside the longest slugs and ids. */
const budgets = [512, 180, 120, 90, 72, 54, 40, 32, 24] as const;

/** The tile with its texts cut, all by the same budget, until it fits: a short tile is never touched. */
export function fitTile(tile: LobbyChannel): LobbyChannel {
  let fitted = tile;
  for (const budget of budgets) {
    fitted = clipTexts(tile, budget);
    if (jsonBytes(fitted) <= tileMaxBytes) break;
  }
  return fitted;
}

function clipTexts(tile: LobbyChannel, budget: number): LobbyChannel {
  const { title, titleEn, host, session } = tile;
  return {
    ...tile,
    title: clipText(title, budget),
    titleEn: clipText(titleEn, budget),
    ...(host === undefined ? {} : { host: clipText(host, budget) }),
    ...(session === undefined
      ? {}
      : {
          session: {
            ...session,
            title: clipText(session.title, budget),
            form: clipText(session.form, budget),
            ...(session.reason !== undefined && { reason: clipText(session.reason, budget) }),
          },
        }),
  };
}
