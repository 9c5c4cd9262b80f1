import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import styles from './sign-in-form.module.css';
import { useJoin } from './use-becoming.js';

type Props = { path: Parameters<typeof useJoin>[0]; token: string; as: string; verb: string; done: () => void };

/** An invitation in front of who is signed in: the account that they have takes it. */
export function JoinPanel({ path, token, as, verb, done }: Props) {
  const { t, problem } = useWords();
  const join = useJoin(path);
  return (
    <section className={`panel ${styles.form}`}>
      <p>{as}</p>
      <Problem>{problem(join.error, t('page.unreachable.body'))}</Problem>
      <Button look="primary" busy={join.isPending} onClick={() => void join.mutateAsync({ token }).then(done, () => undefined)}>
        {verb}
      </Button>
      <p>{t('join.other')}</p>
    </section>
  );
}
