import { TopicName } from '@yunhui/contracts';
import { HubError } from '../../platform/hub-error.js';

/** A name in a path. One that no topic can have is a topic nobody knows. */
export function topicNameOf(topic: string): string {
  if (!TopicName.safeParse(topic).success) throw new HubError('topic.unknown', { field: 'topic' });
  return topic;
}
