/**
 * A phone number as it is kept, `+` and its country first (E.164), or nothing if it is none. A mobile number of the mainland may
 * come without its country, and any with spaces, dashes or in wide digits.
 */
export function phoneFrom(text: string): string | undefined {
  const bare = text.normalize('NFKC').replaceAll(/[\s().-]/gu, '');
  const number = bare.replace(/^00/, '+').replace(/^(?=1[3-9]\d{9}$)/, '+86');
  const known = number.startsWith('+86') ? /^\+861[3-9]\d{9}$/ : /^\+[1-9]\d{6,14}$/;
  return known.test(number) ? number : undefined;
}

/** A number for its owner to know again, and for who looks over their shoulder not to call: `138****8000`. */
export function maskedPhone(phone: string): string {
  const shown = phone.replace(/^\+86/, '');
  return `${shown.slice(0, 3)}****${shown.slice(-Math.max(1, Math.min(4, shown.length - 7)))}`;
}
