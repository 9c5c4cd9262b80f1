/**
 * The campaign that `/` shows, whose pages have the short addresses; others have the same under `/c/{slug}`. The hub
 * writes it into every page, for it is the hub that decides.
 */
export const homeCampaign = (): string => document.documentElement.dataset['home'] ?? '';
