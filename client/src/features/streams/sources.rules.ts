import type { StreamLink } from '@yunhui/contracts';

/** 源 1, 源 2: by rank, whatever their health does to the order in which they are tried. */
export const sourceNumber = (links: readonly StreamLink[], link: StreamLink): number =>
  links.filter(({ rank, id }) => rank < link.rank || (rank === link.rank && id < link.id)).length + 1;
