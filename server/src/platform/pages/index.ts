export { HomeCampaign } from './home-campaign.js';
export { type PageHead, type PageLanguage, type PageLink, plateImage, type PageRequest, type Thing } from './page-head.js';
export { PageHeads } from './page-heads.js';
export { PagesModule } from './pages.module.js';
