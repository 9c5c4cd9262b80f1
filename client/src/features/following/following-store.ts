import { keptList } from '../../platform/kept-list.js';
import { readFollowed } from './following.rules.js';

/** The channels that this device follows, without an account. Nobody else learns of it. */
export const following = keptList<string>('following', readFollowed);
