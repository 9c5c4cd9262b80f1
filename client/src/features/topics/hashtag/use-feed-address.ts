import { useNavigate, useSearch } from '@tanstack/react-router';
import { provinces } from '../../../ui/element/elements.js';
import type { FeedFilter } from './feed-items.js';

type Asked = { region?: string | undefined; answered?: string | undefined };

/** Reads `?region=450000&answered=1` and writes it: a feed that is passed on shows the same. */
export function useFeedAddress(): { filter: FeedFilter; go: (filter: FeedFilter) => void } {
  const asked: Asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const region = provinces.find(({ key }) => key === asked.region)?.key;
  return {
    filter: { region, answered: asked.answered === '1' },
    go: (filter) =>
      void navigate({
        to: '.',
        search: { ...asked, region: filter.region, answered: filter.answered ? '1' : undefined } satisfies Asked,
        resetScroll: false,
      }),
  };
}
