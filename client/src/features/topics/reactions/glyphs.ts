import type { ReactionName } from '@yunhui/contracts';

/**
 * The reactions as drawings on 24 × 24, stroked: they are there without an emoji font, and over the picture the
 * same lines rise as stand on the buttons. In the order in which they are offered.
 */
export const glyphs: Readonly<Record<ReactionName, string>> = {
  like: 'M15 5.9 14 10h5.8a2 2 0 0 1 2 2.6l-2.4 8a2 2 0 0 1-1.9 1.4H4a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2h2.8a2 2 0 0 0 1.8-1.1L12 2a3.1 3.1 0 0 1 3 3.9ZM7 10v12',
  clap: 'M7.2 12.6 4.6 9.9a1.5 1.5 0 0 1 2.1-2.1l4.2 4.2M8.3 9.4 6.1 7.2a1.5 1.5 0 0 1 2.1-2.1l5 5M10.6 7.5 9.7 6.6a1.5 1.5 0 0 1 2.1-2.1l4.9 4.9.4-2a1.5 1.5 0 0 1 3 .4v5.4a7 7 0 0 1-12 5l-4-4.1a1.5 1.5 0 0 1 2.1-2.1l1 .6M15.5 2v1.6M19 2.6l-.8 1.4M3.2 16.9l-1.4.8',
  heart:
    'M2 9.5a5.5 5.5 0 0 1 9.6-3.7.6.6 0 0 0 .8 0A5.5 5.5 0 0 1 22 9.5c0 2.3-1.5 4-3 5.5l-5.5 5.3a2 2 0 0 1-3 0L5 15c-1.5-1.5-3-3.2-3-5.5',
  wow: 'M12 22a10 10 0 1 0 0-20 10 10 0 0 0 0 20ZM8.5 8v2M15.5 8v2M12 18.5a2.3 2.8 0 1 0 0-5.6 2.3 2.8 0 0 0 0 5.6Z',
  think: 'M15 14c.2-1 .7-1.7 1.5-2.5 1-.9 1.5-2.2 1.5-3.5A6 6 0 0 0 6 8c0 1 .2 2.2 1.5 3.5.7.7 1.3 1.5 1.5 2.5M9 18h6M10 22h4',
  flower:
    'M12 16.5A4.5 4.5 0 1 1 7.5 12 4.5 4.5 0 1 1 12 7.5a4.5 4.5 0 1 1 4.5 4.5 4.5 4.5 0 1 1-4.5 4.5M12 14.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
};

export const names = Object.keys(glyphs) as ReactionName[];
