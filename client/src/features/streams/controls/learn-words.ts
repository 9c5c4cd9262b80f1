import { addTranslation } from 'media-chrome/utils/i18n';
import { teachWords } from './control-words.js';

// Before the elements that say them are defined.
teachWords(addTranslation);
