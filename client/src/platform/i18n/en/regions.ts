/** Choosing a region. */
export const words = {
  'region.find': 'Find a region: name, pinyin or code',
  'region.choose': 'Please choose',
  'region.in': '{{region}} ({{above}})',
  'region.none': 'No such region. Write it otherwise, or choose the one above it.',
  'region.more': 'There are more regions: write a name to find one.',
};
