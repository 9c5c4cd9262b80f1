import type { Delivery, NoAnswer } from '@yunhui/contracts';
import { useWords } from '../../platform/i18n/use-words.js';
import { provinceOf } from '../../ui/element/face.js';
import { events } from './webhooks.rules.js';

const reasons = [
  'address-refused',
  'name-unknown',
  'certificate',
  'unreachable',
  'too-slow',
  'too-large',
  'too-many-redirects',
] as const satisfies readonly NoAnswer[];

/** The words of webhooks: regions, events, moments, answers. */
export function useWebhookWords() {
  const words = useWords();
  const { t, pick, day, clock } = words;
  return {
    ...words,
    scope: (key: string): string => {
      const province = provinceOf(key);
      if (province?.key === key) return pick(province.name, province.nameEn);
      return key === 'CN' ? t('webhooks.everywhere') : key;
    },
    event: (event: string): string => {
      const known = events.find((one) => one === event);
      return known ? t(`webhooks.event.${known}`) : event === 'webhook.tried' ? t('webhooks.tried') : event;
    },
    moment: (at: string): string => `${day(Date.parse(at))} ${clock(Date.parse(at))}`,
    answer: ({ status, why }: NonNullable<Delivery['answer']>): string => {
      if (status !== undefined) return t('webhooks.answered', { status });
      const known = reasons.find((one) => one === why);
      return t(known ? `webhooks.why.${known}` : 'webhooks.why.unreachable');
    },
  };
}
