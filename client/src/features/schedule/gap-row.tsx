import { provinces } from '../../ui/element/elements.js';
import { provinceOf } from '../../ui/element/face.js';
import styles from './day-list.module.css';
import type { GuideDay } from './guide.types.js';
import { elsewhereIn } from './list.rules.js';
import { useGuideWords } from './use-guide-words.js';
import { useDays } from './use-schedule.js';
import { useCampaignSlug } from '../../ui/campaign-link.js';

/** How many tiles of the map lie between two regions; what has no tile is far. */
function tilesBetween(one: string, other: string): number {
  const [here, there] = [provinceOf(one), provinceOf(other)];
  if (!here || !there) return provinces.length;
  return Math.abs(here.col - there.col) + Math.abs(here.row - there.row);
}

/** Brings the row that the reader asked for into sight. */
const showRow = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'center' });

/** Nothing to watch in these minutes: how many, and what is on elsewhere meanwhile. */
export function GapRow({ gap, guide, region }: { gap: { from: number; to: number }; guide: GuideDay; region: string | undefined }) {
  const { t, clock, lengthOf, pick } = useGuideWords();
  const campaign = useCampaignSlug();
  // A gap of the whole campaign has no elsewhere.
  const whole = useDays({ campaign }, guide.day, 1, region !== undefined).data;
  const channels = new Map(whole?.channels.map((channel) => [channel.slug, channel]));
  const farness = (slug: string) => tilesBetween(region ?? '', channels.get(slug)?.region ?? '');
  const other = region && whole ? elsewhereIn(gap, whole.sessions, farness) : undefined;
  const place = other && channels.get(other.channel);
  const province = place && provinceOf(place.region);
  const placeName = place && (province ? pick(province.name, province.nameEn) : pick(place.title, place.titleEn));
  return (
    <li ref={guide.at === gap.from ? showRow : undefined} className={styles.gap} data-gap>
      <time dateTime={new Date(gap.from).toISOString()}>{clock(gap.from)}</time>
      <span>
        <b>{t('schedule.gap', { length: lengthOf(gap.to - gap.from) })}</b>
        {other && placeName ? (
          <button type="button" onClick={() => guide.open(other)} aria-haspopup="dialog">
            {t('schedule.gapElsewhere', { place: placeName, title: pick(other.title, other.titleEn) })}
          </button>
        ) : (
          <small>{t('schedule.gapEmpty')}</small>
        )}
      </span>
    </li>
  );
}
