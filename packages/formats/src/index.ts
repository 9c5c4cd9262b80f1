export * from './ical.js';
