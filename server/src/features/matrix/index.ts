export { MatrixModule } from './matrix.module.js';
