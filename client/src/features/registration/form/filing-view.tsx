import { isEditable } from '@yunhui/domain';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Unreachable } from '../../../ui/unreachable.js';
import { useFiling } from '../use-filings.js';
import { FilingAsFiled, FilingEditor } from './filing-editor.js';
import type { LinkCheck } from './form.context.js';
import styles from './form.module.css';

/** One filing: to be written, or as it was handed in. Each step that somebody takes opens it anew. */
export function FilingView({ id, LinkCheck: Check }: { id: string; LinkCheck: LinkCheck }) {
  const { t } = useWords();
  const { data: filing, error, refetch } = useFiling(id);
  if (!filing && error) return <Unreachable error={error} retry={() => void refetch()} />;
  if (!filing) return <output className={styles.help}>{t('form.reading')}</output>;
  const Filed = isEditable(filing.state) ? FilingEditor : FilingAsFiled;
  return (
    <>
      <h1 className="song">{filing.title || t('form.list.untitled')}</h1>
      <p className={styles.help}>
        {filing.organization.name} · {t(`form.state.${filing.state}`)}
      </p>
      <Filed key={filing.steps.length} filing={filing} LinkCheck={Check} reopen={() => void refetch()} />
    </>
  );
}
