import type { HostedLink } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { LinkDetailsLine } from './details/link-details-line.js';
import styles from './hosting.module.css';
import { LinkHistory } from './link-history.js';

/** What may be done with one link of a list. None of what is not possible now. */
export type LinkActs = {
  check: () => void;
  swap: (() => void) | undefined;
  raise: (() => void) | undefined;
  describe: () => void;
  remove: () => void;
};

/** A link of a session: where it is, how it is, and what one can do with it. */
export function HostedLinkRow({ link, acts, busy }: { link: HostedLink; acts: LinkActs; busy: boolean }) {
  const { t } = useWords();
  const name = t('hosting.link.name', { rank: link.rank });
  return (
    <li className={styles.link}>
      <span className={styles.rank} aria-hidden="true">
        {link.rank}
      </span>
      <div className={styles.where}>
        <b className="unseen">{name}</b>
        <code className={styles.code}>{link.label ?? link.url}</code>
        <span className={styles.health} data-health={link.health}>
          {t(`hosting.health.${link.health}`)}
        </span>
        {link.owner ? <span className={styles.quiet}>{link.owner}</span> : null}
        {link.captions?.length ? (
          <span className={styles.quiet}>{t('hosting.link.captions', { languages: link.captions.join(', ') })}</span>
        ) : null}
        <LinkDetailsLine link={link} />
        <LinkHistory link={link.id} />
      </div>
      <fieldset className={styles.acts}>
        <legend className="unseen">{name}</legend>
        {acts.swap ? (
          <Button busy={busy} onClick={acts.swap}>
            {t('hosting.link.swap')}
          </Button>
        ) : null}
        <Button onClick={acts.check}>{t('hosting.link.check')}</Button>
        {acts.raise ? (
          <Button busy={busy} onClick={acts.raise}>
            {t('hosting.link.raise')}
          </Button>
        ) : null}
        <Button onClick={acts.describe}>{t('hosting.link.describe')}</Button>
        <Button busy={busy} onClick={acts.remove}>
          {t('hosting.link.remove')}
        </Button>
      </fieldset>
    </li>
  );
}
