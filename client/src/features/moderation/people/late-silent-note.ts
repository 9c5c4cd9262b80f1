import { lazy } from 'react';
import { loadWords } from '../../../platform/i18n/index.js';

/** What stands in the composer's place of who may not speak: its code and its words come with the first of them. */
export const LateSilentNote = lazy(async () => {
  const [note] = await Promise.all([import('./silent-note.js'), loadWords('people')]);
  return { default: note.SilentNote };
});
