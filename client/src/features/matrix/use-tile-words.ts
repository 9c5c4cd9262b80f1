import type { MatrixTile } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { provinceOf } from '../../ui/element/face.js';

/** What a tile says: its name, its state, its featured item, and what runs. */
export function useTileWords() {
  const { t, pick } = useWords();
  return ({ name, nameEn, abbr, key, state, speciality, channel, at }: MatrixTile) => ({
    name: pick(name, nameEn),
    symbol: at ? (provinceOf(key)?.symbol ?? abbr ?? [...name].slice(0, 1).join('')) : [...name].slice(0, 3).join(''),
    state: t(channel?.late ? 'state.late' : `state.${state}`),
    item: speciality ? pick(speciality.title, speciality.lineEn) : (channel?.session?.title ?? t('state.empty')),
  });
}
