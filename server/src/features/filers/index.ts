export { FilersModule } from './filers.module.js';
