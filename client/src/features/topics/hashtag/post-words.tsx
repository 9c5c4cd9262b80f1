import BadgeCheck from 'lucide-react/icons/badge-check';
import CornerUpLeft from 'lucide-react/icons/corner-up-left';
import { memo } from 'react';
import { useWords } from '../../../platform/i18n/use-words.js';
import { ElementCell } from '../../../ui/element/element-cell.js';
import { faceOf, provinceOf } from '../../../ui/element/face.js';
import { icon } from '../../../ui/icon.js';
import { SampleMark } from '../../../ui/sample-mark.js';
import { useRoomActions } from '../chat.context.js';
import type { SaidRow } from '../chat.rules.js';
import { useModerationSlots } from '../moderation-slots.context.js';
import { Avatar } from '../rows/avatar.js';
import { Quote } from '../rows/quote.js';
import { Retract } from '../rows/row-actions.js';
import styles from './feed.module.css';
import { useNow } from './now.context.js';
import { useAgo } from './use-ago.js';

/** Who speaks, by the element of where they are; without a place by the first character of their name. */
function Face({ row, small }: { row: SaidRow; small: boolean }) {
  const { name, region } = row.message.author;
  const province = region && provinceOf(region);
  if (province)
    return <ElementCell face={faceOf({ slug: province.key, region: province.key, title: province.name })} size={small ? 28 : 40} />;
  return (
    <span className={styles.noPlace} data-small={small || undefined}>
      <Avatar name={name} />
    </span>
  );
}

function Ago({ at }: { at: number }) {
  const ago = useAgo();
  return <time dateTime={new Date(at).toISOString()}>{ago(at, useNow())}</time>;
}

function Who({ row, answered }: { row: SaidRow; answered: boolean }) {
  const { t, pick } = useWords();
  const { name, region, role, sample } = row.message.author;
  const province = region && provinceOf(region);
  return (
    <p className={styles.who}>
      <b>{name}</b>
      {role ? (
        <span className={styles.role}>
          <BadgeCheck {...icon(14)} />
          {t(`chat.role.${role}`)}
        </span>
      ) : null}
      {sample ? <SampleMark /> : null}
      <span className={styles.where}>
        {province ? <span>{pick(province.name, province.nameEn)}</span> : null}
        <Ago at={row.at} />
        {answered ? (
          <span className={styles.answered}>
            <BadgeCheck {...icon(14)} />
            {t('topics.isAnswered')}
          </span>
        ) : null}
      </span>
    </p>
  );
}

type Props = { row: SaidRow; small?: boolean; quoted?: boolean; answered?: boolean };

/** A row is made anew with each word in the topic; the message in it is the same until it is another. */
const isSame = ({ row, ...rest }: Props, { row: nextRow, ...next }: Props): boolean =>
  row.message === nextRow.message &&
  row.mine === nextRow.mine &&
  rest.small === next.small &&
  rest.quoted === next.quoted &&
  rest.answered === next.answered;

/**
 * One message as a post, or as an answer under one: who, from where, when, the words as text, and what one can do.
 * Memoised, because a busy topic draws often.
 */
export const PostWords = memo(function PostWords({ row, small = false, quoted = false, answered = false }: Props) {
  const { t } = useWords();
  const { reply } = useRoomActions();
  const slots = useModerationSlots();
  const { author, text, masked, replyTo } = row.message;
  return (
    <div className={styles.said} data-role={author.role}>
      <Face row={row} small={small} />
      <div className={styles.words}>
        <Who row={row} answered={answered} />
        {quoted && replyTo ? <Quote topic={row.topic} replyTo={replyTo} roomy /> : null}
        <p className={styles.text}>{text}</p>
        {masked ? <p className={styles.note}>{t('chat.masked')}</p> : null}
        <div className={styles.actions}>
          <button type="button" onClick={() => reply(row)} aria-label={t('topics.answerTo', { name: author.name })}>
            <CornerUpLeft {...icon(16)} />
            {t('chat.reply')}
          </button>
          {row.mine ? <Retract topic={row.topic} id={row.message.id} /> : slots?.ofMessage(row)}
        </div>
      </div>
    </div>
  );
}, isSame);
