import type { MailState, SentMail as Mail } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../platform/i18n/use-words.js';
import { Button } from '../../ui/button.js';
import { Choices } from '../../ui/choices.js';
import { Problem } from '../../ui/form.js';
import { toast } from '../../ui/toast.js';
import { kinds } from './mail.rules.js';
import styles from './mail.module.css';
import { useSendAgain, useSentMail } from './use-mail.js';

const parts = ['dead', 'waiting', 'all'] as const;
type Part = (typeof parts)[number];
const stateOf = (part: Part): MailState | undefined => (part === 'all' ? undefined : part);

/** Whether the hub's mail arrives; what did not is sent again. Whom it is for is masked, and what it says is not shown. */
export function SentMail() {
  const { t, problem } = useWords();
  const [part, setPart] = useState<Part>('dead');
  const { data, error, isPending, hasNextPage, fetchNextPage, isFetchingNextPage } = useSentMail(stateOf(part));
  const { again, allAgain } = useSendAgain();
  const items = data?.pages.flatMap((page) => page.items) ?? [];
  const hasDead = items.some(({ state }) => state === 'dead');
  const sendAll = () => allAgain.mutate(undefined, { onSuccess: ({ sent }) => toast({ words: t('mail.done.allAgain', { count: sent }) }) });
  return (
    <>
      {data?.pages[0]?.offered === false ? <p className={styles.waiting}>{t('mail.sent.off')}</p> : null}
      <Choices
        label={t('mail.sent.which')}
        choices={parts.map((value) => ({ value, words: t(`mail.part.${value}`) }))}
        chosen={part}
        choose={setPart}
      />
      <Problem>{problem(error ?? again.error ?? allAgain.error, t('mail.notSent'))}</Problem>
      {hasDead ? (
        <Button className={styles.begin} busy={allAgain.isPending} onClick={sendAll}>
          {t('mail.allAgain')}
        </Button>
      ) : null}
      {isPending ? <output className={styles.quiet}>{t('mail.reading')}</output> : null}
      {data && items.length === 0 ? <p className={styles.quiet}>{t(`mail.nothing.${part}`)}</p> : null}
      <ol className={styles.list}>
        {items.map((mail) => (
          <Row
            key={mail.id}
            mail={mail}
            isBusy={again.isPending && again.variables === mail.id}
            sendAgain={() => again.mutate(mail.id, { onSuccess: () => toast({ words: t('mail.done.again') }) })}
          />
        ))}
      </ol>
      {hasNextPage ? (
        <Button busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t('mail.more')}
        </Button>
      ) : null}
    </>
  );
}

function Row({ mail, isBusy, sendAgain }: { mail: Mail; isBusy: boolean; sendAgain: () => void }) {
  const { t, day, clock } = useWords();
  const { kind, address, at, state, attempts, nextAt, answer } = mail;
  const moment = (when: string) => `${day(Date.parse(when))} ${clock(Date.parse(when))}`;
  const known = kinds.find((one) => one === kind);
  return (
    <li className={styles.row} data-dead={state === 'dead' || undefined}>
      <h2 className={styles.what}>{known ? t(`inbox.kind.${known}`) : t('mail.kind.confirm')}</h2>
      <p className={styles.quiet}>
        {address} · <time dateTime={at}>{moment(at)}</time>
      </p>
      <p className={state === 'dead' ? styles.dead : styles.quiet}>
        {t(`mail.is.${state}`, { count: attempts, at: nextAt === undefined ? '' : moment(nextAt) })}
        {answer && state !== 'delivered'
          ? ` · ${answer.code === undefined ? t('mail.unreachable') : t('mail.answered', { code: answer.code })}`
          : ''}
      </p>
      {state === 'dead' ? (
        <Button aria-label={t('mail.againWhich', { address, at: moment(at) })} busy={isBusy} onClick={sendAgain}>
          {t('mail.sendAgain')}
        </Button>
      ) : null}
    </li>
  );
}
