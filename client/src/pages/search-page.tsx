import { useRef, type KeyboardEvent } from 'react';
import { Results } from '../features/search/results.js';
import { SearchField } from '../features/search/search-field.js';
import { LiveNow, RecentSearches } from '../features/search/suggestions.js';
import { useAsked } from '../features/search/use-asked.js';
import { useHits, useLiveNow, useRecent } from '../features/search/use-search.js';
import { ResumeBanner } from '../platform/connection/resume-banner.js';
import { useWords } from '../platform/i18n/use-words.js';
import { usePageTitle } from '../platform/page-title.js';
import { useCampaignSlug } from '../ui/campaign-link.js';
import { Unreachable } from '../ui/unreachable.js';
import styles from './search-page.module.css';

/** Arrows walk from the field through the results and back; Escape returns to the field. */
function useWalk() {
  const page = useRef<HTMLDivElement>(null);
  const walk = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [...(page.current?.querySelectorAll<HTMLElement>('[data-search-field], [data-hit]') ?? [])];
    const at = stops.findIndex((stop) => stop === document.activeElement);
    if (event.key === 'Escape' && at > 0) stops[0]?.focus();
    if (!step || at < 0) return;
    event.preventDefault();
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)]?.focus();
  };
  const openFirst = () => page.current?.querySelector<HTMLElement>('a[data-hit]')?.click();
  return { page, walk, openFirst };
}

/** Search: by Chinese, pinyin or initials, while one types. The address keeps what is asked. */
export function SearchPage() {
  const campaign = useCampaignSlug();
  const { t } = useWords();
  const { text, type, compose, q } = useAsked();
  const { data, error, refetch, isPlaceholderData } = useHits(campaign, q);
  const { recent, keep, drop, clear } = useRecent();
  const live = useLiveNow(campaign);
  const { page, walk, openFirst } = useWalk();
  usePageTitle(q === '' ? t('search.title') : t('search.titleOf', { q }));

  // The first result belongs to what is typed only once its answer is here.
  const ready = data !== undefined && !isPlaceholderData;
  return (
    // Keys pressed in the field and on the results come up here; the page itself cannot be focused.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={page} className={`wrap ${styles.page}`} onKeyDown={walk}>
      <h1 className="song">{t('search.title')}</h1>
      <SearchField text={text} type={type} compose={compose} enter={() => (ready ? openFirst() : undefined)} />
      {q === '' ? (
        <>
          <p className={styles.hint}>{t('search.hint')}</p>
          <RecentSearches recent={recent} search={type} drop={drop} clear={clear} />
          <LiveNow channels={live} />
        </>
      ) : error && !data ? (
        <Unreachable error={error} retry={() => void refetch()} />
      ) : data ? (
        <Results q={q} hits={data.items} opened={() => keep(q)} />
      ) : null}
      <ResumeBanner place="page" />
    </div>
  );
}
