import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { CONFIG, type Config } from '../../../config.js';
import { Clock } from '../../../platform/clock.js';
import { type ListKey, ListKeysRepository } from './list-keys.repository.js';
import { seal, unseal } from './sealing.js';

/**
 * Lists of people as they are kept: sealed for their filing, behind the id of their key. That is the newest of LIST_KEYS, so
 * that whoever has a copy of the store alone reads none. Without that setting the first list makes a key in the store; two
 * nodes that make one at once make one each, and both count.
 */
@Injectable()
export class SealedLists {
  private known: ListKey[] = [];
  private readonly given: ListKey[];

  constructor(
    private readonly keys: ListKeysRepository,
    private readonly clock: Clock,
    @Inject(CONFIG) { LIST_KEYS }: Config,
  ) {
    this.given = (LIST_KEYS ?? []).map(givenKey);
  }

  async seal(filing: string, list: string): Promise<string> {
    const { kid, secret } = (await this.newest()) ?? (await this.make());
    return `${kid}.${seal(list, secret, filing)}`;
  }

  async open(filing: string, kept: string): Promise<string> {
    const [kid = '', sealed = ''] = kept.split('.');
    const find = () => [...this.given, ...this.known].find((key) => key.kid === kid);
    if (!find()) this.known = await this.keys.all();
    const key = find();
    if (!key) throw new Error(`the list of ${filing} was sealed with a key that is gone`);
    return unseal(sealed, key.secret, filing);
  }

  private async newest(): Promise<ListKey | undefined> {
    if (this.given.length > 0) return this.given[0];
    if (this.known.length === 0) this.known = await this.keys.all();
    return this.known[0];
  }

  private async make(): Promise<ListKey> {
    const key = { kid: uuid(), secret: randomBytes(32) };
    await this.keys.add(key, this.clock.date());
    this.known = [key];
    return key;
  }
}

/** A key is called by what it is, so that nodes agree whatever the order in which they have them. */
function givenKey(key: string): ListKey {
  const secret = Buffer.from(key, 'base64url');
  return { kid: createHash('sha256').update(secret).digest('hex').slice(0, 16), secret };
}
