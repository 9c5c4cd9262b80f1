export { CutsModule } from './cuts.module.js';
