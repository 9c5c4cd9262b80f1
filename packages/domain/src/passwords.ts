/** Characters of a password at least. Length keeps guessers out; rules about its kinds of characters only annoy. */
export const shortestPassword = 10;

const wellKnown = ['password', 'qwertyuiop', 'iloveyou', '1234567890', '0123456789', '0987654321', 'woaini', 'kexie', 'yunhui'];

/**
 * Whether a password may be chosen: long enough, not the name one signs in with, not one character or one well-known word
 * over and over. Whoever guesses has a few tries in minutes, so what everybody chooses is what has to be refused.
 */
export function isGoodPassword(password: string, login: string): boolean {
  const plain = password.normalize('NFKC');
  if ([...plain].length < shortestPassword) return false;
  const bare = plain.toLowerCase().replaceAll(/[\s._-]/gu, '');
  const name = login.toLowerCase().replaceAll(/[._-]/gu, '');
  const left = [...wellKnown, name].reduce((rest, word) => (word ? rest.replaceAll(word, '') : rest), bare);
  return new Set(left).size > 3;
}
