export { screen, type Screened } from './screening.rules.js';
