import type { Language } from './language.js';

const made = new Map<string, unknown>();

/** A format costs a phone ten milliseconds to make and a hundredth of one to use, so that each is made once. */
function once<Format>(kind: string, language: Language, options: object, make: () => Format): Format {
  const key = `${kind} ${language} ${JSON.stringify(options)}`;
  const format = (made.get(key) as Format | undefined) ?? make();
  made.set(key, format);
  return format;
}

/** A moment as Shanghai's clock and calendar show it. */
export function formatTime(language: Language, options: Intl.DateTimeFormatOptions, at: number): string {
  const make = () => new Intl.DateTimeFormat(language, { timeZone: 'Asia/Shanghai', ...options });
  return once('time', language, options, make).format(at);
}

export function formatNumber(language: Language, value: number, options: Intl.NumberFormatOptions = {}): string {
  return once('number', language, options, () => new Intl.NumberFormat(language, options)).format(value);
}
