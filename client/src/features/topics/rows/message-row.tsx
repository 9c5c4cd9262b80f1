import type { Author } from '@yunhui/contracts';
import BadgeCheck from 'lucide-react/icons/badge-check';
import { memo } from 'react';
import { useTranslation } from '../../../platform/i18n/use-translation.js';
import { provinceOf } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import { SampleMark } from '../../../ui/sample-mark.js';
import type { SaidRow } from '../chat.rules.js';
import { Avatar } from './avatar.js';
import { Quote } from './quote.js';
import { RowActions } from './row-actions.js';
import styles from './rows.module.css';

function Who({ author, tag, danmaku }: { author: Author; tag: string | undefined; danmaku: boolean }) {
  const { t } = useTranslation();
  const province = author.region ? provinceOf(author.region) : undefined;
  return (
    <p className={styles.who}>
      <span className={styles.author} title={author.name}>
        {author.name}
      </span>
      {province ? <span className={styles.region}>{province.symbol}</span> : null}
      {author.role ? (
        <span className={styles.role}>
          <BadgeCheck {...icon(14)} />
          {t(`chat.role.${author.role}`)}
        </span>
      ) : null}
      {author.sample ? <SampleMark /> : null}
      {danmaku ? (
        <span className={styles.danmaku} title={t('chat.danmaku')}>
          <span aria-hidden="true">弹</span>
          <span className="unseen">{t('chat.danmaku')}</span>
        </span>
      ) : null}
      {tag ? <span className={styles.tag}>#{tag}</span> : null}
    </p>
  );
}

type MessageRowProps = Pick<SaidRow, 'topic' | 'seq' | 'at' | 'message' | 'mine' | 'follows'> & {
  /** The title of the carried topic that it was said in. */
  tag: string | undefined;
  /** Its actions are shown: pointed at, focused or pressed long. */
  active: boolean;
  /** The one row that Tab reaches; arrows go on from there. */
  tabbable: boolean;
  found: boolean;
};

/** A published message: who, from where, in which role, and the words as text. Memoised, because a busy room draws often. */
export const MessageRow = memo(function MessageRow({ active, tabbable, found, tag, ...row }: MessageRowProps) {
  const { t } = useTranslation();
  const { author, text, replyTo, masked, kind, id } = row.message;
  const named = !row.follows;
  return (
    <li
      className={styles.row}
      data-key={id}
      data-role={author.role}
      data-mine={row.mine || undefined}
      data-follows={row.follows || undefined}
      data-found={found || undefined}
      // A row is gone to by arrows, answered by a key, and has its actions inside.
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={tabbable ? 0 : -1}
    >
      {named ? <Avatar name={author.name} /> : <span className={styles.avatarPlace} />}
      <div className={styles.said}>
        {named ? <Who author={author} tag={tag} danmaku={kind === 'danmaku'} /> : null}
        {replyTo ? <Quote topic={row.topic} replyTo={replyTo} reachable={active} /> : null}
        <p className={styles.text}>{text}</p>
        {masked ? <p className={styles.note}>{t('chat.masked')}</p> : null}
      </div>
      {active ? <RowActions row={{ kind: 'message', key: id, ...row }} /> : null}
    </li>
  );
});
