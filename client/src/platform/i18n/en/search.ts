import type { WordsOf } from '../words.js';
import type { words as chinese } from '../zh-cn/search.js';

export const words: WordsOf<typeof chinese> = {
  'search.title': 'Search',
  'search.titleOf': 'Search “{{q}}”',
  'search.label': 'Search channels, sessions, organisations, activities and topics',
  'search.placeholder': 'School, organisation, title, pinyin',
  'search.clear': 'Clear',
  'search.hint': 'Looking for your school? Type its name in Chinese, in pinyin or by its initials.',
  'search.recent': 'Recent searches',
  'search.recent.clear': 'Clear all',
  'search.recent.drop': 'Remove “{{text}}”',
  'search.liveNow': 'Live now',
  'search.found_one': '{{count}} result',
  'search.found_other': '{{count}} results',
  'search.none': 'No match for “{{q}}”',
  'search.none.body': 'Try another word or its pinyin initials. You can also look by region.',
  'search.toMatrix': 'Open the matrix',
  'search.noChannel': 'No channel yet; see its region',
  'search.kind.channel': 'Channels',
  'search.kind.session': 'Sessions',
  'search.kind.organization': 'Organisations',
  'search.kind.activity': 'Activities',
  'search.kind.topic': 'Topics',
};
