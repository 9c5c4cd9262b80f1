import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Wanted } from './tile-filter.js';

/** The filter as the address has it, `?region=450000&form=云讲堂&followed=1`: a link that is shared opens filtered, and the way back undoes a choice. */
type Address = { region?: string | undefined; form?: string | undefined; followed?: string | undefined };

/** `followed` are the channels that this device follows: the address only says that they are wanted. */
export function useFilter(followed: readonly string[]): { wanted: Wanted; want: (change: Address) => void; clear: () => void } {
  const { region, form, followed: only }: Address = useSearch({ strict: false });
  const navigate = useNavigate();
  const asked: Address = { region: region || undefined, form: form || undefined, followed: only || undefined };
  const go = (search: Address) => void navigate({ to: '.', search, resetScroll: false });
  return {
    wanted: { ...asked, followed: asked.followed === undefined ? undefined : followed },
    want: (change) => go({ ...asked, ...change }),
    clear: () => go({}),
  };
}

export type ChangeFilter = ReturnType<typeof useFilter>['want'];
