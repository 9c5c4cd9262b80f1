import type { ListedLink } from '@yunhui/contracts';
import { startOfShanghaiDay } from '@yunhui/domain';
import { useWords } from '../../../../platform/i18n/use-words.js';
import styles from '../hosting.module.css';
import { useHostedSessions } from '../use-hosted-sessions.js';
import { DaySessions } from './day-sessions.js';
import { Fold } from './fold.js';

type Props = {
  day: string;
  count: number;
  channel: string | undefined;
  checked: ListedLink | undefined;
  check: (address: string) => void;
};

/** A day that is not today: how many it has, and they themselves when somebody looks. */
export function OtherDay({ day, count, ...rest }: Props) {
  const { day: dayName } = useWords();
  return (
    <Fold name={dayName(startOfShanghaiDay(day))} count={count}>
      {() => <Sessions day={day} {...rest} />}
    </Fold>
  );
}

function Sessions({ day, channel, checked, check }: Omit<Props, 'count'>) {
  const { t } = useWords();
  const { data, isError, isPaused } = useHostedSessions({ channel, day });
  if (data) return <DaySessions read={{ ...data, day }} checked={checked} check={check} />;
  return <output className={styles.quiet}>{t(isError || isPaused ? 'hosting.unread' : 'hosting.reading')}</output>;
}
