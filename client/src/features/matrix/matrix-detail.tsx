import type { MatrixTile, Speciality } from '@yunhui/contracts';
import { Link } from '@tanstack/react-router';
import { useHubNow } from '../../platform/clock.js';
import { useWords } from '../../platform/i18n/use-words.js';
import { buttonClass } from '../../ui/button.js';
import { CampaignLink } from '../../ui/campaign-link.js';
import { ElementCell } from '../../ui/element/element-cell.js';
import { Plate } from '../../ui/plate.js';
import { SampleMark } from '../../ui/sample-mark.js';
import { StateBadge } from '../../ui/state-badge.js';
import { useStill } from '../../ui/use-still.js';
import styles from './matrix-detail.module.css';
import { faceOfTile, shortName } from './region-face.js';
import { useTileWords } from './use-tile-words.js';

function Facts({ tile }: { tile: MatrixTile }) {
  const { t, viewers, elapsed, clock } = useWords();
  const now = useHubNow(15_000);
  const { channel, state, sessionsToday, liveNow } = tile;
  const { session } = channel ?? {};
  return (
    <dl className={`${styles.facts} num`}>
      {state === 'live' && channel ? (
        <div>
          <dt>{t('matrix.viewers')}</dt>
          <dd>{viewers(channel.viewers)}</dd>
        </div>
      ) : null}
      {session ? (
        <div>
          <dt>{t(state === 'live' ? 'matrix.since' : 'matrix.when')}</dt>
          <dd>
            {state === 'live' ? elapsed(now - session.start) : t('time.range', { start: clock(session.start), end: clock(session.end) })}
          </dd>
        </div>
      ) : null}
      <div>
        <dt>{t('matrix.sessions')}</dt>
        <dd>{sessionsToday}</dd>
      </div>
      {tile.children > 0 ? (
        <div>
          <dt>{t('matrix.liveBelow')}</dt>
          <dd>{liveNow}</dd>
        </div>
      ) : null}
    </dl>
  );
}

function Ways({ tile }: { tile: MatrixTile }) {
  const { t } = useWords();
  const { channel, state, key } = tile;
  return (
    <div className={styles.ways}>
      {channel ? (
        <Link to="/channels/$slug" params={{ slug: channel.slug }} className={buttonClass('primary')}>
          {t(state === 'live' ? 'matrix.enter' : 'matrix.channel')}
        </Link>
      ) : null}
      {tile.children > 0 ? (
        <CampaignLink to={`/matrix/${key.toLowerCase()}`} className={buttonClass()}>
          {t('matrix.inside', { count: tile.children })}
        </CampaignLink>
      ) : null}
      <CampaignLink to="/schedule" search={{ region: key }} className={buttonClass()}>
        {t('matrix.programme')}
      </CampaignLink>
    </div>
  );
}

/** 品 in the reader's language: its story, or its English line. `named` where the heading is of something else. */
function Story({ speciality: { title, story, lineEn }, named }: { speciality: Speciality; named: boolean }) {
  const { t, language } = useWords();
  if (language === 'en' && lineEn)
    return (
      <p className={styles.story}>
        {named ? <b>{t('matrix.featured')} </b> : null}
        {lineEn}
      </p>
    );
  return (
    <p className={styles.story} lang="zh-CN">
      {named ? <b>{t('matrix.speciality', { title })} </b> : null}
      {story}
    </p>
  );
}

/** What a region has: its plate and state, its 品 with the story, what is on, and the ways on from there. */
export function MatrixDetail({ tile, near, levelled = 'h2' }: { tile: MatrixTile; near: MatrixTile | undefined; levelled?: 'h2' | 'h3' }) {
  const wordsOf = useTileWords();
  const { t, pick } = useWords();
  const { channel, speciality, state } = tile;
  const face = faceOfTile(tile);
  const still = useStill(channel?.still);
  const Heading = levelled;
  // Titles of sessions and of what a region is known for have no English twin: they stay Chinese and say so.
  const title = channel?.session?.title ?? speciality?.title;
  return (
    <article className={`panel ${styles.detail}`}>
      <div className={styles.art}>
        <Plate face={face} still={still} />
        <span className={styles.badge}>
          <StateBadge state={state} late={channel?.late ?? false} overPlate />
        </span>
      </div>
      <div className={styles.body}>
        <div className={styles.head}>
          <ElementCell face={face} size={56} />
          <div>
            <p className={styles.where}>
              {face.code} · {pick(shortName(tile), tile.nameEn)} {channel?.sample ? <SampleMark /> : null}
            </p>
            <Heading lang={title && 'zh-CN'}>{title ?? t(`state.${state}`)}</Heading>
          </div>
        </div>
        {speciality ? <Story speciality={speciality} named={channel?.session !== undefined} /> : null}
        {tile.sessionsToday === 0 && tile.liveNow === 0 && near?.channel ? (
          <p className={styles.story}>
            <Link to="/channels/$slug" params={{ slug: near.channel.slug }}>
              {t('matrix.neighbour', { name: wordsOf(near).name, item: near.channel.session?.title ?? wordsOf(near).item })}
            </Link>
          </p>
        ) : null}
        <Facts tile={tile} />
        <Ways tile={tile} />
      </div>
    </article>
  );
}
