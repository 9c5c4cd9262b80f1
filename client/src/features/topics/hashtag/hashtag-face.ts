import type { Hashtag } from '@yunhui/contracts';
import { faceOf, type Face } from '../../../ui/element/face.js';

/** How a topic looks wherever it appears: it is of no region, so its plate is drawn by lot from its slug. */
export const hashtagFace = ({ slug, title }: Pick<Hashtag, 'slug' | 'title'>): Face => faceOf({ slug, region: 'CN', title });
