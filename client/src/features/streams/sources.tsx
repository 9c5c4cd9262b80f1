import type { Channel, StreamLink } from '@yunhui/contracts';
import Check from 'lucide-react/icons/check';
import ExternalLink from 'lucide-react/icons/external-link';
import Headphones from 'lucide-react/icons/headphones';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import { useDesk } from './playing.js';
import styles from './sources.module.css';
import { sourceNumber } from './sources.rules.js';

/** What went wrong last, in one line: when, which source, for how long, and that it was dealt with. */
function OutageLine({ slug }: { slug: string }) {
  const { t, clock } = useWords();
  const last = useDesk(slug)?.outages.last;
  const words = last && {
    time: clock(last.at),
    source: last.source,
    seconds: Math.max(1, Math.round(last.lastedMs / 1000)),
  };
  return (
    <output className={`${styles.log} num`}>{words ? t(last.switched ? 'sources.switched' : 'sources.recovered', words) : null}</output>
  );
}

/** 直播源: the ranked sources with the one that plays, sound alone, and where else it is on. */
export function Sources({ channel }: { channel: Channel }) {
  const { t } = useWords();
  const desk = useDesk(channel.slug);
  const elsewhere = channel.links.filter(({ kind, health }) => (kind === 'open' || kind === 'embed') && health !== 'down');
  const links = (desk?.links ?? []).toSorted((a, b) => a.rank - b.rank);
  if (links.length === 0 && elsewhere.length === 0) return null;
  const name = (link: StreamLink, at: number) =>
    t('sources.source', { number: sourceNumber(links, link), label: link.label ?? t(at === 0 ? 'sources.main' : 'sources.spare') });
  return (
    <section className={styles.sources} aria-label={t('sources.title')}>
      <h2>{t('sources.title')}</h2>
      {links.map((link, at) => (
        <button
          key={link.id}
          type="button"
          className={styles.source}
          aria-pressed={link.url === desk?.link?.url}
          onClick={() => desk?.choose(link)}
        >
          {link.url === desk?.link?.url ? <Check {...icon(16)} /> : null}
          {name(link, at)}
        </button>
      ))}
      {desk && links.length > 0 ? (
        <button type="button" className={styles.source} aria-pressed={desk.audioOnly} onClick={() => desk.listenOnly(!desk.audioOnly)}>
          {desk.audioOnly ? <Check {...icon(16)} /> : <Headphones {...icon(16)} />}
          {t('player.audioOnly')}
        </button>
      ) : null}
      {elsewhere.map((link) => (
        <a key={link.id} className={styles.source} href={link.url} target="_blank" rel="noopener noreferrer">
          {t('sources.elsewhere', { label: link.label ?? new URL(link.url, location.href).host })}
          <ExternalLink {...icon(16)} />
        </a>
      ))}
      <OutageLine slug={channel.slug} />
    </section>
  );
}
