import { expect, test } from 'vitest';
import { workCalendar } from './work-calendar.js';

test.each([
  ['2023-09-28', true],
  ['2023-09-29', false], // Friday, 中秋节
  ['2023-10-06', false], // Friday, 国庆节
  ['2023-10-07', true], // Saturday, made up
  ['2023-09-16', false], // Saturday
  ['2098-09-15', true], // Monday of a year nobody has arranged
  ['2098-09-14', false],
])('%s is worked: %s', (day, expected) => expect(workCalendar(day)).toBe(expected));
