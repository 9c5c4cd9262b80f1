import { shanghaiDayOf, type ShanghaiDay } from '@yunhui/domain';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useHubNow } from '../../platform/clock.js';
import { dayIn, momentIn } from './days.rules.js';

export type GuideView = 'grid' | 'list' | 'week';

type Asked = {
  day?: string | undefined;
  at?: string | undefined;
  region?: string | undefined;
  form?: string | undefined;
  view?: string | undefined;
};

/** What the address asks for. Without a day it is today, also when midnight passes while the page is open. */
export type GuideAddress = {
  day: ShanghaiDay;
  today: ShanghaiDay;
  region: string | undefined;
  form: string | undefined;
  /** The moment that the guide goes to when it opens, instead of now. */
  at: number | undefined;
  view: GuideView;
  /** The search of the same page with something else asked; undefined drops it, and a moment holds for one address. */
  searchWith: (changes: Asked) => Asked;
  go: (changes: Asked) => void;
};

/** Reads `?day=2026-11-22&at=11:30&region=&form=&view=`, and writes it: a schedule that is shared shows the same. `wide` has room for the grid. */
export function useGuideAddress(wide: boolean): GuideAddress {
  const asked: Asked = useSearch({ strict: false });
  const navigate = useNavigate();
  const today = shanghaiDayOf(useHubNow(15_000));
  const wished = asked.view === 'week' || asked.view === 'list' ? asked.view : 'grid';
  const searchWith = (changes: Asked): Asked => ({ ...asked, at: undefined, ...changes });
  const day = dayIn(asked.day) ?? today;
  return {
    day,
    today,
    region: asked.region !== undefined && /^[A-Z0-9-]{1,32}$/.test(asked.region) ? asked.region : undefined,
    form: asked.form === '' ? undefined : asked.form,
    at: momentIn(asked.at, day),
    view: !wide && wished === 'grid' ? 'list' : wished,
    searchWith,
    go: (changes) => void navigate({ to: '.', search: searchWith(changes), resetScroll: false }),
  };
}
