import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { ElementCell } from '../../ui/element/element-cell.js';
import { faceOf, nameIn } from '../../ui/element/face.js';
import { EpgBlock } from './epg-block.js';
import type { GridFocus } from './epg-focus.rules.js';
import styles from './epg-row.module.css';
import type { Row, RowGap, Span } from './epg.rules.js';
import type { GuideDay } from './guide.types.js';
import { useGuideWords } from './use-guide-words.js';

/** Up to this a gap is a block with its minutes; a longer one is a quiet stretch, or it would be all one sees. */
const SHORT_GAP_MINUTES = 60;
/** Narrower than this its minutes have no room. */
const WORDS_PX = 44;

function Gap({ gap }: { gap: RowGap }) {
  const { t, lengthOf } = useGuideWords();
  const words = t('schedule.gap', { length: lengthOf(gap.to - gap.from) });
  return (
    <td
      className={styles.gap}
      data-long={gap.minutes > SHORT_GAP_MINUTES || undefined}
      style={{ left: `calc(var(--head) + ${gap.left}px)`, width: gap.width }}
      title={words}
    >
      <span className={gap.width < WORDS_PX ? 'unseen' : styles.gapWords}>{words}</span>
    </td>
  );
}

function RowHead({ row: { channel } }: { row: Row }) {
  const { pick, language } = useGuideWords();
  return (
    <th scope="row" className={styles.rowHead}>
      <Link to="/channels/$slug" params={{ slug: channel.slug }} tabIndex={-1}>
        <ElementCell face={faceOf(channel)} />
        <span>
          <b>{nameIn(pick(channel.title, channel.titleEn))}</b>
          {language === 'zh-CN' && channel.host ? <small>{channel.host}</small> : null}
        </span>
      </Link>
    </th>
  );
}

/** A channel's day. */
export function EpgRow({
  row,
  place,
  span,
  guide,
  focus,
  focused,
}: {
  row: Row;
  place: number;
  span: Span;
  guide: GuideDay;
  focus: GridFocus | undefined;
  focused: (focus: GridFocus) => void;
}) {
  const { slug } = row.channel;
  return (
    <tr aria-rowindex={place + 2} data-slug={slug} className={styles.row} style={{ top: row.top, height: row.height } as CSSProperties}>
      <RowHead row={row} />
      {row.gaps.map((gap) => (
        <Gap key={gap.from} gap={gap} />
      ))}
      {row.blocks.map((block) => (
        <EpgBlock
          key={block.key}
          block={block}
          channel={row.channel}
          span={span}
          guide={guide}
          reachable={focus?.slug === slug && focus.key === block.key}
          focused={() => focused({ slug, key: block.key, at: block.from })}
        />
      ))}
    </tr>
  );
}
