import { maskPersonal } from '@yunhui/screening';

const removed = '[removed]';
/** Fields that are never anybody's business, whatever they hold. */
const secretName = /pass(word)?|secret|token|ticket|cookie|authorization|credential/i;
/** What our own secrets look like: signed tickets, cookies, kept passwords. */
const secretValues = /\beyJ[\w-]+\.[\w-]+\.[\w-]*|(?<![\w-])[\w-]{43}(?![\w-])|\$argon2\S+|(?<=\/\/[^\s/:@]*:)[^\s/@]+(?=@)/g;
const deepest = 6;

/** A text without tickets, tokens, passwords in addresses, telephone and identity numbers and e-mail addresses. */
export function scrubText(text: string): string {
  return maskPersonal(text.replace(secretValues, removed)).text;
}

/** A failure as it is logged: its words and place, and those of what caused it, but not the values of a statement. */
function scrubError(error: Error, depth: number): object {
  const { name, message, stack, cause } = error;
  const code = 'code' in error ? { code: error.code } : {};
  // Drizzle writes the statement's values behind the statement.
  const withoutValues = (text: string): string => scrubText(text.replace(/\nparams: [\s\S]*?(?=\n\s+at |$)/, '\nparams: [removed]'));
  return {
    type: name,
    message: withoutValues(message),
    stack: withoutValues(stack ?? ''),
    ...code,
    ...(cause === undefined ? {} : { cause: scrub(cause, depth + 1) }),
  };
}

/** A value as it may be logged. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth > deepest) return '[deep]';
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.slice(0, 100).map((item) => scrub(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, secretName.test(name) ? removed : scrub(item, depth + 1)]));
}
