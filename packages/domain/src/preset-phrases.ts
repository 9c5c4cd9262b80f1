/**
 * What may be said in a minors' room, in both languages: a closed list, so that nobody can be led elsewhere by it and
 * nothing about a child is said.
 */
export const presetPhrases = [
  { zh: '老师好', en: 'Hello, teacher' },
  { zh: '我听懂了', en: 'I understand' },
  { zh: '没听懂，请再讲一遍', en: 'Please explain it again' },
  { zh: '为什么呢', en: 'Why is that' },
  { zh: '太有意思了', en: 'This is so interesting' },
  { zh: '我也想试一试', en: 'I want to try it too' },
  { zh: '讲得真好', en: 'Well explained' },
  { zh: '谢谢老师', en: 'Thank you, teacher' },
] as const satisfies readonly { zh: string; en: string }[];

/** Whether a kept text is one of them, in either language. */
export function isPresetPhrase(text: string): boolean {
  return presetPhrases.some(({ zh, en }) => text === zh || text === en);
}
