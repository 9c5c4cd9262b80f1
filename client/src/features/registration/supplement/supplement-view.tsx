import { useWords } from '../../../platform/i18n/use-words.js';
import { Unreachable } from '../../../ui/unreachable.js';
import formStyles from '../form/form.module.css';
import { HandedIn } from './handed-in.js';
import { SupplementEditor } from './supplement-editor.js';
import { useSupplement } from './use-supplement.js';

/** The supplement of one filing: to be written, or as it was handed in. */
export function SupplementView({ id }: { id: string }) {
  const { t } = useWords();
  const { data: supplement, error, refetch } = useSupplement(id);
  if (!supplement && error) return <Unreachable error={error} retry={() => void refetch()} />;
  if (!supplement) return <output className={formStyles.help}>{t('supplement.reading')}</output>;
  return (
    <>
      <h1 className="song">{t('supplement.of', { title: supplement.title })}</h1>
      <p className={formStyles.help}>{t(`supplement.standing.${supplement.standing}`)}</p>
      {supplement.standing === 'open' ? (
        <SupplementEditor key={supplement.version} supplement={supplement} reopen={() => void refetch()} />
      ) : (
        <HandedIn supplement={supplement} />
      )}
    </>
  );
}
