import type { Hashtag } from '@yunhui/contracts';
import { plateOfTopic } from '@yunhui/domain';
import type { Face } from '../../../ui/element/face.js';

/** How a topic looks wherever it appears: it is of no region, so its plate goes by its domain. The tone holds the plate's place. */
export const hashtagFace = ({ slug, domain }: Pick<Hashtag, 'slug' | 'domain'>): Face => ({
  symbol: '#',
  code: '',
  tone: '#15545C',
  plate: plateOfTopic({ slug, domain }),
});
