export { screen } from './screening.rules.js';
