import type { HostedSession, ListedLink } from '@yunhui/contracts';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { StateBadge } from '../../../ui/state-badge.js';
import { toast } from '../../../ui/toast.js';
import { HostSignal } from './host-signal.js';
import { HostedLinkRow } from './hosted-link-row.js';
import styles from './hosting.module.css';
import { keptLink, raised, swapped } from './listed-links.js';
import { useLinkChanges } from './use-hosted-sessions.js';

type Props = {
  session: HostedSession;
  /** What was checked last and may be put into the list; none: nothing was. */
  checked: ListedLink | undefined;
  check: (address: string) => void;
};

/** A session with its links. A change holds at once and is undone by one press; what was taken out can be taken back later, too. */
export function HostedSessionCard({ session, checked, check }: Props) {
  const { t, pick, day, clock, problem } = useWords();
  const change = useLinkChanges();
  const { links, former, channel } = session;
  const put = (wished: ListedLink[], done: string) =>
    change.mutate(
      { session, links: wished },
      {
        onSuccess: (changed) => {
          const undo = () => change.mutate({ session: changed, links: links.map(keptLink) });
          toast({ words: done, action: { label: t('hosting.undo'), act: undo } });
        },
      },
    );
  const isNew = checked !== undefined && links.every(({ url }) => url !== checked.url);
  const start = Date.parse(session.startsAt);
  return (
    <article className={styles.panel} aria-labelledby={`session-${session.id}`}>
      <h3 id={`session-${session.id}`}>{pick(session.title, session.titleEn)}</h3>
      <p className={styles.quiet}>
        <StateBadge state={session.state} /> {`${day(start)} ${clock(start)}–${clock(Date.parse(session.endsAt))} · `}
        {pick(channel.title, channel.titleEn)}
      </p>
      <HostSignal session={session} describedBy={`session-${session.id}`} />
      <ul className={styles.links}>
        {links.map((link, at) => (
          <HostedLinkRow
            key={link.id}
            link={link}
            busy={change.isPending}
            acts={{
              check: () => check(link.url),
              swap: isNew ? () => put(swapped(links, link.id, checked), t('hosting.swapped')) : undefined,
              raise: at > 0 ? () => put(raised(links, link.id), t('hosting.raised')) : undefined,
              remove: () => put(links.filter(({ id }) => id !== link.id).map(keptLink), t('hosting.removed')),
            }}
          />
        ))}
      </ul>
      {links.length === 0 ? <p className={styles.quiet}>{t('hosting.link.none')}</p> : null}
      {isNew ? (
        <Button busy={change.isPending} onClick={() => put([...links.map(keptLink), checked], t('hosting.added'))}>
          {t('hosting.link.add')}
        </Button>
      ) : null}
      <Problem>{problem(change.error, t('hosting.unsent'))}</Problem>
      {former.length > 0 ? (
        <details className={styles.history}>
          <summary>{t('hosting.former')}</summary>
          <ul>
            {former.map((link) => (
              <li key={link.id}>
                <code className={styles.code}>{link.label ?? link.url}</code>
                <Button busy={change.isPending} onClick={() => put([...links, link].map(keptLink), t('hosting.added'))}>
                  {t('hosting.takeBack')}
                </Button>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </article>
  );
}
