import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Wanted } from './tile-filter.js';

/** The filter as the address has it, `?region=450000&form=云讲堂`: a link that is shared opens filtered, and the way back undoes a choice. */
export function useFilter(): { wanted: Wanted; want: (change: Wanted) => void; clear: () => void } {
  const { region, form }: Wanted = useSearch({ strict: false });
  const navigate = useNavigate();
  const wanted: Wanted = { region: region || undefined, form: form || undefined };
  const go = (search: Wanted) => void navigate({ to: '.', search, resetScroll: false });
  return { wanted, want: (change) => go({ ...wanted, ...change }), clear: () => go({}) };
}
