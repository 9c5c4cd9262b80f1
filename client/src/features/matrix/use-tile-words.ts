import type { MatrixTile } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { shortName, symbolOf } from './region-face.js';

/** What a tile says: its name, its state, its featured item, and what runs. */
export function useTileWords() {
  const { t, pick } = useWords();
  return ({ name, nameEn, key, state, speciality, channel }: MatrixTile) => ({
    name: pick(shortName({ key, name }), nameEn),
    symbol: symbolOf({ key, name }),
    state: t(channel?.late ? 'state.late' : `state.${state}`),
    item: speciality ? pick(speciality.title, speciality.lineEn) : (channel?.session?.title ?? t('state.empty')),
  });
}
