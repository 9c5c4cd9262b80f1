import type { Face } from '../../ui/element/face.js';

/** What is passed on: a channel, a session, a topic. Its words are in the language of who shares it. */
export type ShareTarget = {
  /** The address within this hub, `/channels/guizhou`. */
  path: string;
  title: string;
  /** Whose it is: the channel, the region, the campaign. */
  place: string;
  when?: string;
  face: Face;
  sample?: boolean;
};
