import type { SearchHit } from '@yunhui/contracts';
import SearchX from 'lucide-react/icons/search-x';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { EmptyState } from '../../ui/empty-state.js';
import { icon } from '../../ui/icon.js';
import { HitRow } from './hit-row.js';
import { groupsOf } from './search.rules.js';
import styles from './search.module.css';

/** What was found, by kind; or that nothing was, and what to try. */
export function Results({ q, hits, opened }: { q: string; hits: readonly SearchHit[]; opened: () => void }) {
  const { t } = useWords();
  return (
    <>
      <output className="unseen">{hits.length > 0 ? t('search.found', { count: hits.length }) : t('search.none', { q })}</output>
      {hits.length === 0 ? (
        <EmptyState
          icon={<SearchX {...icon(32)} />}
          title={t('search.none', { q })}
          action={
            <CampaignLink to="/matrix" className={buttonClass('primary')}>
              {t('search.toMatrix')}
            </CampaignLink>
          }
        >
          {t('search.none.body')}
        </EmptyState>
      ) : null}
      {groupsOf(hits).map((group) => (
        <section key={group.kind} className={styles.group} aria-labelledby={`hits-${group.kind}`}>
          <h2 id={`hits-${group.kind}`}>
            {t(`search.kind.${group.kind}`)} <span className="num">{group.hits.length}</span>
          </h2>
          <ul className={`panel ${styles.list}`}>
            {group.hits.map((hit) => (
              <HitRow key={hit.id} hit={hit} opened={opened} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
