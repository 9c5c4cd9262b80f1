import type { OwnSanction } from '@yunhui/contracts';
import { hubNow } from '../../../platform/clock.js';
import { useEffect } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { useConnection, withRealtime } from '../../../platform/realtime.js';
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

/** The ban that closed the connection is over, or was undone: it is made anew. */
function useWayBack(isOver: boolean): void {
  useEffect(() => (isOver ? withRealtime((client) => client.renew()) : undefined), [isOver]);
}

/** In the composer's place: that one may not speak, until when, where and why, and that one can say something about it. */
export function SilentNote({ topic, until }: { topic: string; until: number | undefined }) {
  const { t, clock, day, pick } = useWords();
  const standing = useOwnStanding(topic, useViewerNow(), true);
  const isCut = useConnection().status === 'closed';
  useWayBack(isCut && standing !== undefined && standing.banned === undefined);
  const kind = until === undefined ? 'banned' : 'muted';
  const sanction = standing?.[kind];
  const end = sanction?.until ? Date.parse(sanction.until) : until;
  const time = end === undefined ? '' : end - hubNow() > dayMs / 2 ? `${day(end)} ${clock(end)}` : clock(end);
  const place = sanction && (sanction.scope.key === 'CN' ? t('people.everywhere') : pick(sanction.scope.name, sanction.scope.nameEn));
  return (
    <output className={styles.silent}>
      <span className={styles.line}>
        <b>{time === '' ? t(`people.silent.${kind}`) : t(`people.silent.${kind}Until`, { time })}</b>
        {sanction ? ` ${t('people.silent.why', { rule: t(`house.${sanction.rule}`), scope: place })}` : ''}
      </span>
      <span className={styles.note}>
        {t(isCut || kind === 'muted' ? 'people.silent.watching' : 'people.silent.elsewhere')}{' '}
        {sanction ? <Appealed sanction={sanction} /> : null}
      </span>
    </output>
  );
}
