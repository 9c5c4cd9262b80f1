import type { OwnSignIns } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Problem } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { deviceFrom } from './device.rules.js';
import styles from './sign-ins-panel.module.css';
import { useEndSignIns, useSignIns } from './use-sign-ins.js';

/** Where one is signed in, and the way out of each: what one does not know is ended here. */
export function SignInsPanel() {
  const { t, problem } = useWords();
  const { data, error, isPending } = useSignIns();
  const { one, others } = useEndSignIns();
  const items = (data?.items ?? []).toSorted((first, second) => Number(second.current) - Number(first.current));
  const endOthers = () => others.mutate(undefined, { onSuccess: () => toast({ words: t('signIns.ended') }) });
  return (
    <section className={`panel ${styles.panel}`} aria-labelledby="sign-ins">
      <h2 id="sign-ins">{t('signIns.title')}</h2>
      {isPending ? <output>{t('signIns.reading')}</output> : null}
      <Problem>{problem(error ?? one.error ?? others.error, t('page.unreachable.body'))}</Problem>
      <ul className={styles.list}>
        {items.map((signIn) => (
          <SignInRow
            key={signIn.id}
            signIn={signIn}
            isBusy={one.isPending && one.variables === signIn.id}
            end={() => one.mutate(signIn.id)}
          />
        ))}
      </ul>
      {items.length > 1 ? (
        <Button busy={others.isPending} onClick={endOthers}>
          {t('signIns.endOthers')}
        </Button>
      ) : null}
    </section>
  );
}

function SignInRow({ signIn, isBusy, end }: { signIn: OwnSignIns['items'][number]; isBusy: boolean; end: () => void }) {
  const { t, day, clock } = useWords();
  const { app, system, isWeChat } = deviceFrom(signIn.device);
  const names = { app: isWeChat ? t('signIns.wechat') : app, system };
  const device = names.app && names.system ? t('signIns.device', names) : (names.app ?? names.system ?? t('signIns.unknown'));
  const [seen, since] = [Date.parse(signIn.seenAt), Date.parse(signIn.createdAt)];
  return (
    <li>
      <div>
        <p className={styles.device}>
          {device}
          {signIn.current ? <span className={styles.current}>{t('signIns.current')}</span> : null}
        </p>
        <p className={styles.quiet}>{t('signIns.seen', { day: day(seen), clock: clock(seen), since: day(since) })}</p>
      </div>
      {signIn.current ? null : (
        <Button busy={isBusy} aria-label={t('signIns.endOf', { device })} onClick={end}>
          {t('signIns.end')}
        </Button>
      )}
    </li>
  );
}
