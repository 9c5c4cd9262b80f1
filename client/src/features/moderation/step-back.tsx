import ChevronLeft from 'lucide-react/icons/chevron-left';
import { useRouter } from '@tanstack/react-router';
import { useWords } from '../../platform/i18n/use-words.js';
import { icon } from '../../ui/icon.js';
import styles from './cockpit.module.css';

/** On a phone a step is gone back from as by the browser's own Back. */
export function StepBack({ title }: { title: string }) {
  const { t } = useWords();
  const { history } = useRouter();
  return (
    <p className={styles.back}>
      <button type="button" onClick={() => history.back()}>
        <ChevronLeft {...icon()} />
        {t('desk.back')}
      </button>
      <b>{title}</b>
    </p>
  );
}
