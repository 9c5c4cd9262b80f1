import type { HostedLink } from '@yunhui/contracts';
import { useWords } from '../../../../platform/i18n/use-words.js';
import styles from '../hosting.module.css';
import { spokenIn } from './link-details.rules.js';

/** What is said of a link, in one quiet line; nothing where nothing was said. */
export function LinkDetailsLine({ link: { language, validFrom, validTo } }: { link: HostedLink }) {
  const { t, day, clock } = useWords();
  const when = (at: string): string => `${day(Date.parse(at))} ${clock(Date.parse(at))}`;
  const spoken = language === undefined ? undefined : spokenIn(language);
  const words = [
    language && t('hosting.link.language', { language: spoken ? t(`hosting.language.${spoken}`) : language }),
    validFrom && validTo && t('hosting.link.between', { from: when(validFrom), to: when(validTo) }),
    validFrom && !validTo && t('hosting.link.from', { from: when(validFrom) }),
    validTo && !validFrom && t('hosting.link.to', { to: when(validTo) }),
  ].filter(Boolean);
  return words.length > 0 ? <span className={styles.quiet}>{words.join(' · ')}</span> : null;
}
