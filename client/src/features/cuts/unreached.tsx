import type { Unreached as Left } from '@yunhui/contracts';
import { useTranslation } from '../../platform/i18n/use-translation.js';
import styles from './cuts.module.css';

/** What goes on although it is cut off here, for people to follow up elsewhere; nothing when there is nothing. */
export function Unreached({ left: { elsewhere, addresses } }: { left: Left }) {
  const { t } = useTranslation();
  if (elsewhere.length === 0 && addresses === 0) return null;
  return (
    <section className={styles.left}>
      <h3>{t('cut.left')}</h3>
      <ul>
        {elsewhere.map(({ link, label, url }) => (
          <li key={link}>
            <a href={url} target="_blank" rel="noopener noreferrer">
              {label ?? url}
            </a>
            {t('cut.left.elsewhere')}
          </li>
        ))}
        {addresses > 0 ? <li>{t('cut.left.addresses', { count: addresses })}</li> : null}
      </ul>
    </section>
  );
}
