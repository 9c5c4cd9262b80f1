import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Injectable } from '@nestjs/common';

/** No 0/o, 1/l: these passwords are read from a screen and typed. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password for a person to type: 59 bits. */
export function newPassword(): string {
  const part = (): string => Array.from({ length: 4 }, () => letters[randomInt(letters.length)]).join('');
  return `${part()}-${part()}-${part()}`;
}

/** argon2id with the parameters that OWASP names (19 MiB, 2 passes), which are the library's own. */
@Injectable()
export class Passwords {
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return hash(password.normalize('NFKC'));
  }

  /** Whether the password is right. Without a hash to compare with it takes the same time, so that nobody learns which logins exist. */
  async verify(password: string, kept: string | undefined): Promise<boolean> {
    this.decoy ??= this.hash(newPassword());
    const right = await verify(kept ?? (await this.decoy), password.normalize('NFKC'));
    return right && kept !== undefined;
  }
}
