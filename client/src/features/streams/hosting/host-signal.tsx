import type { HostedSession, SignalSession } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import styles from './hosting.module.css';
import { useSignal } from './use-hosted-sessions.js';

type Word = SignalSession['signal'];
type Props = { session: Pick<HostedSession, 'id' | 'signal' | 'maySignal'>; describedBy: string };

/** The host's word that a session has begun or ended. It can be taken back for as long as it may be given. */
export function HostSignal({ session: { id, signal, maySignal }, describedBy }: Props) {
  const { t, problem } = useWords();
  const { mutate, isPending, error } = useSignal(id);
  if (!maySignal) return null;
  const say = (word: Word) => {
    const undo = () => mutate(signal ?? null);
    mutate(word, {
      onSuccess: () => toast({ words: t(`hosting.signal.done.${word ?? 'none'}`), action: { label: t('hosting.undo'), act: undo } }),
    });
  };
  const open = (['started', 'ended'] as const).filter((word) => word !== signal);
  return (
    <>
      {signal ? <p className={styles.quiet}>{t(`hosting.signal.is.${signal}`)}</p> : null}
      <fieldset className={styles.signal} aria-describedby={describedBy}>
        <legend className="unseen">{t('hosting.signal.title')}</legend>
        {open.map((word) => (
          <Button key={word} busy={isPending} onClick={() => say(word)}>
            {t(`hosting.signal.${word}`)}
          </Button>
        ))}
        {signal ? (
          <Button busy={isPending} onClick={() => say(null)}>
            {t('hosting.signal.none')}
          </Button>
        ) : null}
      </fieldset>
      <Problem>{problem(error, t('hosting.unsent'))}</Problem>
    </>
  );
}
