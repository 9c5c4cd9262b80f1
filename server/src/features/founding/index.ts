export { FoundingModule } from './founding.module.js';
