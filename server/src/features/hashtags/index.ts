export { HashtagsModule } from './hashtags.module.js';
