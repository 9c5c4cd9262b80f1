export { CarriedTopics } from './carried-topics.service.js';
export { ChannelPageService } from './channel-page.service.js';
export { ChannelsModule } from './channels.module.js';
export { type ChannelCard, type ChannelScope, ChannelsService } from './channels.service.js';
export { QuietTopics } from './quiet-topics.service.js';
export type { NewChannel } from './channels.repository.js';
