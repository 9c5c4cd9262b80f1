import type { RegionName } from '@yunhui/contracts';
import { useWords } from '../platform/i18n/use-words.js';

const unnamed = {
  CN: 'account.place.country',
  'LINE-MINISTRY': 'account.place.ministry',
  'LINE-SOCIETY': 'account.place.society',
} as const;

/** How a place of a role is called: a region by its name, the country and the lines by the product's words. */
export function usePlaceName(): (place: RegionName) => string {
  const { t, pick } = useWords();
  return ({ key, name, nameEn }) => (key in unnamed ? t(unnamed[key as keyof typeof unnamed]) : pick(name, nameEn));
}
