import type { GuideChannel, Session } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { StateGlyph } from '../../ui/state-glyph.js';
import styles from './epg-block.module.css';
import { lanePx, xOf, type Block, type Span } from './epg.rules.js';
import type { GuideDay } from './guide.types.js';
import { lookOf } from './standing-badge.js';
import { useGuideWords } from './use-guide-words.js';

type BlockProps = { block: Block; channel: GuideChannel; span: Span; guide: GuideDay; reachable: boolean; focused: () => void };

const placeOf = ({ left, width, lane }: Block, elapsedPx = 0): CSSProperties =>
  ({ left: `calc(var(--head) + ${left}px)`, width, top: lane * lanePx, '--elapsed': `${elapsedPx}px` }) as CSSProperties;

/** What is drawn within a block, abbreviated: its button has the whole words. It keeps to the visible part of it while the grid scrolls. */
function BlockWords({ session, block, guide }: { session: Session; block: Block; guide: GuideDay }) {
  const { timeOn, form, pick, standing } = useGuideWords();
  const plain = !session.repeat && !session.cancelled && (session.state === 'scheduled' || session.state === 'ended');
  return (
    <span className={styles.words} aria-hidden>
      <span className={styles.meta}>
        <StateGlyph state={session.repeat ? 'replay' : session.state} size={13} />
        <span className="num">{timeOn(block.from, guide.day)}</span>
        {plain ? null : <em>{standing(session, guide.now)}</em>}
        <span className={styles.form}>{form(session.form)}</span>
      </span>
      <b lang={session.titleEn ? undefined : 'zh-CN'}>{pick(session.title, session.titleEn)}</b>
    </span>
  );
}

/** What is drawn says when; whose it is stands at the head of the row, which a link is read without. */
function AllDayWords({ channel }: { channel: GuideChannel }) {
  const { t, pick } = useGuideWords();
  return (
    <span className={styles.words}>
      <span className="unseen">{pick(channel.title, channel.titleEn)} </span>
      <b>{t('time.allDay')}</b>
    </span>
  );
}

/** A channel that never stops: the whole row leads to it. */
function AllDayBlock({ block, channel, reachable, focused }: BlockProps) {
  return (
    <td className={styles.cell} style={placeOf(block)}>
      <Link
        to="/channels/$slug"
        params={{ slug: channel.slug }}
        className={styles.block}
        data-look="all-day"
        data-block={block.key}
        tabIndex={reachable ? 0 : -1}
        onFocus={focused}
      >
        <AllDayWords channel={channel} />
      </Link>
    </td>
  );
}

/** A session in its place. Only one block of the grid is on the way of Tab; the others are reached by arrows. */
export function EpgBlock(props: BlockProps) {
  const { block, span, guide, reachable, focused } = props;
  const { t, timeOn, pick, standing } = useGuideWords();
  const { session } = block;
  if (!session) return <AllDayBlock {...props} />;
  const { now, day, open } = guide;
  const time = t('time.range', { start: timeOn(block.from, day), end: timeOn(block.to, day) });
  const running = block.from <= now && now < block.to;
  return (
    <td className={styles.cell} style={placeOf(block, running ? xOf(now, span) - block.left : 0)}>
      <button
        type="button"
        className={styles.block}
        data-look={lookOf(session)}
        data-block={block.key}
        data-running={running || undefined}
        data-cut-before={block.cutBefore || undefined}
        data-cut-after={block.cutAfter || undefined}
        tabIndex={reachable ? 0 : -1}
        aria-haspopup="dialog"
        onFocus={focused}
        onClick={() => open(session)}
      >
        <span className="unseen">
          {t('schedule.block', { time, state: standing(session, now), title: pick(session.title, session.titleEn) })}
        </span>
        <BlockWords session={session} block={block} guide={guide} />
      </button>
    </td>
  );
}
