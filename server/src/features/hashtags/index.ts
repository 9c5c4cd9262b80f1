export { HashtagsModule } from './hashtags.module.js';
export { HashtagsService } from './hashtags.service.js';
