import type { OwnSanction } from '@yunhui/contracts';
import { hubNow } from '../../../platform/clock.js';
import { useEffect } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { withRealtime } from '../../../platform/realtime.js';
import { useOwnStanding } from '../../../platform/standing.js';
import { useViewerNow } from './viewer-here.context.js';
import { AppealButton } from './appeal-button.js';
import styles from './people.module.css';

/** The day, when it is another one than today. */
const dayMs = 86_400_000;

function Appealed({ sanction }: { sanction: OwnSanction }) {
  const { t } = useWords();
  if (sanction.appeal === 'possible') return <AppealButton of={{ kind: 'sanction', id: sanction.id }} className={styles.link} />;
  return <span>{t(`people.silent.appeal.${sanction.appeal}`)}</span>;
}

/** The ban is over, or was undone: the connection is made anew. */
function useWayBack(isOver: boolean): void {
  useEffect(() => (isOver ? withRealtime((client) => client.renew()) : undefined), [isOver]);
}

/** In the composer's place: that one may not speak, until when, where and why, and that one can say something about it. */
export function SilentNote({ topic, until }: { topic: string; until: number | undefined }) {
  const { t, clock, day, pick } = useWords();
  const standing = useOwnStanding(topic, useViewerNow(), true);
  useWayBack(until === undefined && standing !== undefined && standing.banned === undefined);
  const sanction = until === undefined ? standing?.banned : standing?.muted;
  const end = sanction?.until ? Date.parse(sanction.until) : until;
  const time = end === undefined ? '' : end - hubNow() > dayMs / 2 ? `${day(end)} ${clock(end)}` : clock(end);
  const what = until === undefined ? (time ? 'people.silent.bannedUntil' : 'people.silent.banned') : 'people.silent.mutedUntil';
  return (
    <output className={styles.silent}>
      <span className={styles.line}>
        <b>{t(what, { time })}</b>
        {sanction
          ? ` ${t('people.silent.why', { rule: t(`house.${sanction.rule}`), scope: sanction.scope.key === 'CN' ? t('people.everywhere') : pick(sanction.scope.name, sanction.scope.nameEn) })}`
          : ''}
      </span>
      <span className={styles.note}>
        {t('people.silent.watching')} {sanction ? <Appealed sanction={sanction} /> : null}
      </span>
    </output>
  );
}
