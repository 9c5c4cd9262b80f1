import type { HostedSession, ListedLink } from '@yunhui/contracts';
import { useState } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { Button } from '../../../ui/button.js';
import { Problem } from '../../../ui/form.js';
import { toast } from '../../../ui/toast.js';
import { LinkDetailsSheet } from './details/link-details-sheet.js';
import { HostedLinkRow } from './hosted-link-row.js';
import styles from './hosting.module.css';
import { described, keptLink, raised, swapped } from './listed-links.js';
import { useLinkChanges } from './use-hosted-sessions.js';

type Props = { session: HostedSession; checked: ListedLink | undefined; check: (address: string) => void };

/** The links of a session. A change holds at once and is undone by one press; what was taken out can be taken back later, too. */
export function HostedLinks({ session, checked, check }: Props) {
  const { t, problem } = useWords();
  const change = useLinkChanges();
  const [describing, describe] = useState<string>();
  const { links, former } = session;
  const put = (wished: ListedLink[], done: string, then?: () => void) =>
    change.mutate(
      { session, links: wished },
      {
        onSuccess: (changed) => {
          const undo = () => change.mutate({ session: changed, links: links.map(keptLink) });
          toast({ words: done, action: { label: t('hosting.undo'), act: undo } });
          then?.();
        },
      },
    );
  const open = (id: string) => {
    change.reset(); // what went wrong before has nothing to do with it
    describe(id);
  };
  const isNew = checked !== undefined && links.every(({ url }) => url !== checked.url);
  const describedLink = links.find(({ id }) => id === describing);
  const wrong = problem(change.error, t('hosting.unsent'));
  return (
    <>
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
              describe: () => open(link.id),
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
      <Problem>{describedLink ? '' : wrong}</Problem>
      {describedLink ? (
        <LinkDetailsSheet
          key={describedLink.id}
          link={describedLink}
          session={session}
          busy={change.isPending}
          problem={wrong}
          save={(details) => put(described(links, describedLink.id, details), t('hosting.details.saved'), () => describe(undefined))}
          close={() => describe(undefined)}
        />
      ) : null}
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
    </>
  );
}
