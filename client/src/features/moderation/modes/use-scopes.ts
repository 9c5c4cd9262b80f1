import { provinces } from '../../../ui/element/elements.js';
import { useDesk } from '../desk.context.js';
import { useDeskWords } from '../use-desk-words.js';

/** The scopes one may act on as a whole, and what they are called: one's grants, and with the country every province-level unit. */
export function useScopes(): { scopes: readonly string[]; nameOf: (scope: string) => string } {
  const { t, pick } = useDeskWords();
  const { me } = useDesk();
  const own = me.grants.filter(({ role }) => role === 'moderator').map(({ region }) => region);
  const scopes = own.includes('CN') ? ['CN', ...provinces.map(({ key }) => key)] : [...new Set(own)];
  const nameOf = (scope: string): string => {
    const province = provinces.find(({ key }) => key === scope.toUpperCase());
    if (province) return pick(province.name, province.nameEn);
    return scope.toUpperCase() === 'CN' ? t('desk.everywhere') : scope;
  };
  return { scopes, nameOf };
}
