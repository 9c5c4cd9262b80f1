import type { HostedSession, HostedSessions, ListedLink } from '@yunhui/contracts';
import { shanghaiDayOf } from '@yunhui/domain';
import { type ReactNode, useState } from 'react';
import { useHubNow } from '../../../../platform/clock.js';
import { useWords } from '../../../../platform/i18n/use-words.js';
import { HostedSessionCard } from '../hosted-session-card.js';
import styles from '../hosting.module.css';
import { Fold } from './fold.js';
import { type HostedSection, isFew, type SectionName, sectionsOf, worryOf } from './hosted-list.rules.js';

type Props = {
  read: Pick<HostedSessions, 'items' | 'days'> & { day: string };
  checked: ListedLink | undefined;
  check: (address: string) => void;
};

/** The sessions of a day. Few stand open; of many each is a line, and today's are in parts with what needs somebody first. */
export function DaySessions({ read: { items, day, days }, checked, check }: Props) {
  const { t } = useWords();
  const now = useHubNow(30_000);
  const [opened, setOpened] = useState<ReadonlyMap<string, SectionName>>(new Map());
  const toggle = (id: string, part: SectionName) =>
    setOpened((before) => {
      const after = new Map(before);
      if (!after.delete(id)) after.set(id, part);
      return after;
    });
  const all = { checked, check };
  const row = (session: HostedSession, part: SectionName) => {
    const fold = { isOpen: opened.has(session.id), toggle: () => toggle(session.id, part) };
    return <HostedSessionCard key={session.id} session={session} {...all} fold={fold} worry={worryOf(session, now)} />;
  };
  const count = days.find((one) => one.day === day)?.count ?? 0;
  if (isFew(items)) return items.map((session) => <HostedSessionCard key={session.id} session={session} {...all} />);
  return (
    <>
      {day === shanghaiDayOf(now)
        ? sectionsOf(items, now, opened).map((section) => (
            <Part key={section.name} section={section} row={(session) => row(session, section.name)} />
          ))
        : items.map((session) => row(session, 'later'))}
      {count > items.length ? <p className={styles.quiet}>{t('hosting.more', { count })}</p> : null}
    </>
  );
}

/** What may wait is folded. */
function Part({ section: { name, items }, row }: { section: HostedSection; row: (session: HostedSession) => ReactNode }) {
  const { t } = useWords();
  const words = t(`hosting.section.${name}`);
  if (name === 'later' || name === 'over')
    return (
      <Fold name={words} count={items.length}>
        {() => items.map(row)}
      </Fold>
    );
  return (
    <>
      <h3 className={styles.part}>
        {words} <small>{t('hosting.count', { count: items.length })}</small>
      </h3>
      {items.map(row)}
    </>
  );
}
