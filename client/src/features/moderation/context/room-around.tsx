import type { HoldContext, QueueItem, RoomLine } from '@yunhui/contracts';
import { useEffect, useRef } from 'react';
import { useDesk } from '../desk.context.js';
import { MarkedText } from '../list/marked-text.js';
import { useDeskWords } from '../use-desk-words.js';
import { formatTime } from '../../../platform/i18n/formats.js';
import styles from './context.module.css';

const clock = (at: string): string =>
  formatTime('zh-CN', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, Date.parse(at));

function Line({ line, item }: { line: RoomLine; item: QueueItem }) {
  const { t } = useDeskWords();
  const { decides, open } = useDesk();
  const { author } = line;
  const isIt = line.id === item.id;
  return (
    <li className={styles.line} data-current={isIt || undefined} data-state={line.state} aria-current={isIt || undefined}>
      <time dateTime={line.at}>{clock(line.at)}</time>
      <b>{line.name}</b>
      {isIt ? <MarkedText item={item} /> : line.state === 'retracted' ? t('desk.line.retracted') : line.text}
      {isIt || line.state === 'published' || line.state === 'retracted' ? null : (
        <i>{t(line.state === 'held' ? 'desk.line.held' : `desk.state.${line.state}`)}</i>
      )}
      {decides && line.state === 'published' && author !== undefined ? (
        <button
          type="button"
          aria-label={t('desk.treat.line', { name: line.name })}
          onClick={() =>
            open({
              treat: { topic: item.topic, seq: line.seq ?? 0, id: line.id, text: line.text, author: { id: author, name: line.name } },
            })
          }
        >
          {t('desk.treat.short')}
        </button>
      ) : null}
    </li>
  );
}

/** The room around the message. Until it is read the message stands there alone. */
export function RoomAround({ item, context }: { item: QueueItem; context: HoldContext | undefined }) {
  const { t } = useDeskWords();
  const list = useRef<HTMLOListElement>(null);
  const own: RoomLine = { id: item.id, at: item.sentAt, name: item.author.name, text: item.text, state: 'held' };
  const lines = context?.around ?? [own];
  useEffect(() => {
    const box = list.current;
    const line = box?.querySelector<HTMLElement>('[aria-current]');
    if (box && line) box.scrollTop = line.offsetTop - box.clientHeight / 2 + line.clientHeight / 2;
  }, [context]);
  return (
    // Longer than its box it is scrolled, by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <ol ref={list} className={styles.around} tabIndex={0} aria-label={t('desk.around')}>
      {lines.map((line) => (
        <Line key={line.id} line={line} item={item} />
      ))}
    </ol>
  );
}
