import type { QueueItem } from '@yunhui/contracts';
import type { QueueView } from './queue.types.js';

/** Whether a new item belongs to the part of the queue one looks at; the hub judges whole lists by the same words. */
export function isInView(item: QueueItem, { topic, filter, words }: QueueView, me: string): boolean {
  if (topic !== undefined && item.topic !== topic) return false;
  // A delayed message appears by itself: nobody has to decide it.
  if ((item.why === 'delayed') !== (filter === 'delayed')) return false;
  const sought = words.trim().toLowerCase();
  if (sought !== '' && ![item.text, item.author.name].some((said) => said.toLowerCase().includes(sought))) return false;
  switch (filter) {
    case 'all':
    case 'delayed':
      return true;
    case 'high':
      return item.risk === 'high';
    case 'chat':
    case 'question':
    case 'danmaku':
      return item.kind === filter;
    case 'burst':
      return item.burst !== undefined;
    case 'mine':
      return item.claim?.by.id === me;
    case 'decided':
      return item.state !== 'held';
  }
}
