import { Link } from '@tanstack/react-router';
import type { Filing } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { buttonClass } from '../../../ui/button.js';
import { useDayWords } from '../form/panels/deadline-panel.js';
import formStyles from '../form/form.module.css';

/** The way from a filing that has ended to its supplement. */
export function SupplementLink({ filing: { id, state, supplement } }: { filing: Filing }) {
  const { t } = useWords();
  const day = useDayWords();
  if (!supplement) return null;
  const isOpen = state === 'supplementing';
  return (
    <section className={formStyles.panel} aria-labelledby="supplement-link">
      <h2 id="supplement-link">{t('supplement.title')}</h2>
      <p>{t(isOpen ? 'supplement.link.until' : 'supplement.link.was', { deadline: day(supplement.deadline) })}</p>
      <Link to="/host/filings/$filing/supplement" params={{ filing: id }} className={buttonClass(isOpen ? 'primary' : 'plain')}>
        {t(isOpen ? 'supplement.link.write' : 'supplement.link.look')}
      </Link>
    </section>
  );
}
