import type { findingCategories, holdReasons, QueueItem, QueueRoom } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { faceOf, type Face } from '../../ui/element/face.js';

type Place = Pick<QueueRoom, 'topic' | 'channel' | 'hashtag' | 'region'>;

type Category = (typeof findingCategories)[number];
type Reason = (typeof holdReasons)[number];

/** How a room looks: a channel by its element cell; a campaign-wide topic has a sign of its own. */
export const faceOfPlace = ({ channel, region }: Place): Face | undefined =>
  channel && region ? faceOf({ slug: channel.slug, region: region.key, title: channel.title }) : undefined;

/** The desk's own words for what the hub names. A name that a list has brought is shown as it is. */
export function useDeskWords() {
  const words = useWords();
  const { t, pick } = words;
  const category = (name: string): string => t(`desk.category.${name as Category}`, { defaultValue: name });
  const reason = (why: string): string => t(`desk.why.${why as Reason}`, { defaultValue: why });
  return {
    ...words,
    category,
    reason,
    /** What a row says of why it is here: what was found, else why somebody looks. */
    why: ({ findings, why, burst }: QueueItem): string => {
      if (burst && burst.size > 1) return t('desk.why.burstOf', { count: burst.size });
      const worst = findings.toSorted((one, other) => other.level - one.level)[0];
      return worst ? category(worst.category) : reason(why);
    },
    place: ({ topic, channel, hashtag, region }: Place): string => {
      if (hashtag) return `#${hashtag.title}`;
      if (channel) return pick(channel.title, channel.titleEn);
      return region ? pick(region.name, region.nameEn) : topic;
    },
    /** 0:31, or 1:02:09. */
    waited: (ms: number): string => {
      const seconds = Math.max(0, Math.floor(ms / 1000));
      const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
      const padded = (value: number) => String(value).padStart(2, '0');
      return hours > 0 ? `${hours}:${padded(minutes)}:${padded(rest)}` : `${minutes}:${padded(rest)}`;
    },
  };
}
