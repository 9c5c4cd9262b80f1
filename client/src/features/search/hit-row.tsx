import type { SearchHit } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf } from '../../ui/element/face.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import { piecesOf, wayTo } from './search.rules.js';
import styles from './search.module.css';

/** A link to where a hit leads. */
function HitLink({ hit, opened, children }: { hit: SearchHit; opened: () => void; children: ReactNode }) {
  const way = wayTo(hit);
  if ('channel' in way)
    return (
      <Link to="/channels/$slug" params={{ slug: way.channel }} className={styles.hit} data-hit onClick={opened}>
        {children}
      </Link>
    );
  return (
    <CampaignLink to={way.path} search={way.search} className={styles.hit} data-hit onClick={opened}>
      {children}
    </CampaignLink>
  );
}

/** One thing found: what matched is marked in its title, and a state is said where it has one. */
export function HitRow({ hit, opened }: { hit: SearchHit; opened: () => void }) {
  const { t, pick, day, clock } = useWords();
  const { title, titleEn, region, channel, kind, start } = hit;
  const shown = pick(title, titleEn);
  const when = start === undefined ? undefined : `${day(start)} ${clock(start)}`;
  const rest = [hit.subtitle, when, channel || kind === 'topic' ? undefined : t('search.noChannel')].filter(Boolean).join(' · ');
  return (
    <li>
      <HitLink hit={hit} opened={opened}>
        <ElementCell face={faceOf({ slug: channel ?? hit.id, region: region ?? 'CN', title })} size={44} />
        <span className={styles.text}>
          <b lang={shown === title ? 'zh-CN' : undefined}>
            {kind === 'topic' ? '#' : null}
            {piecesOf(shown, shown === title ? hit.marks : []).map(({ from, text, marked }) =>
              marked ? <mark key={from}>{text}</mark> : <span key={from}>{text}</span>,
            )}
          </b>
          {rest === '' ? null : <span className={styles.sub}>{rest}</span>}
        </span>
        {hit.sample ? <SampleMark /> : null}
        {hit.state ? <StateBadge state={hit.state} /> : null}
      </HitLink>
    </li>
  );
}
