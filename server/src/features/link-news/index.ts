export { LinkNewsModule } from './link-news.module.js';
