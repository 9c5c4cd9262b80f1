export { CampaignsModule } from './campaigns.module.js';
export { CampaignsService } from './campaigns.service.js';
export { type HashtagCard, HashtagCards } from './hashtag-cards.service.js';
export { QuietWatch } from './quiet-watch.js';
export type { CampaignRow, Hashtag } from './campaigns.repository.js';
