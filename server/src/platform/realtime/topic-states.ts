import { readFileSync } from 'node:fs';
import { Injectable, Logger } from '@nestjs/common';
import type { TopicState } from '@yunhui/contracts';
import { Redis } from '../redis/index.js';
import { channelOf } from './bus.js';
import { engine } from './engine-settings.js';

/** A key's new value. `version` comes from the owner's row, so that two writers cannot put an older value over a newer one. */
export type StateChange = { key: string; version: number; value: unknown };
/** A value as Redis keeps it, and the revision that brought it. `null` is a removed key. */
export type StateValue = { rev: number; value: unknown };
/** Reads a topic's whole state from Postgres. */
export type Rebuild = (topic: string) => Promise<StateChange[]>;

const script = readFileSync(new URL('../../../lua/state.lua', import.meta.url), 'utf8');

/**
 * E7: latest-only values of a topic, in the hash `t:{<topic>}:state`. Losing it costs nothing: whoever
 * finds it gone builds it again from the owners' rows. While Redis is away, what is put is read by the
 * rebuild that follows.
 */
@Injectable()
export class TopicStates {
  private readonly logger = new Logger(TopicStates.name);
  private readonly rebuilds = new Map<string, Rebuild[]>();

  constructor(private readonly redis: Redis) {}

  /** Says, once at start, how the state of a kind of topic (`lobby`, `room`) is read from Postgres. Several owners may each have their keys. */
  rebuiltBy(kind: string, rebuild: Rebuild): void {
    this.rebuilds.set(kind, [...(this.rebuilds.get(kind) ?? []), rebuild]);
  }

  /**
   * Writes what is newer and tells all nodes. Safe to call again, and without Redis: the owner's row is the
   * truth. False: Redis is away, and who does not put often enough must do it again.
   */
  async put(topic: string, changes: readonly StateChange[], floor = 0): Promise<boolean> {
    if (changes.length === 0) return true;
    const fit = changes.filter((change) => this.fits(topic, change));
    const values = fit.flatMap(({ key, version, value }) => [key, String(version), JSON.stringify(value ?? null)]);
    try {
      const [, known] = (await this.redis.client.eval(script, {
        keys: [stateKey(topic), channelOf(topic)],
        arguments: [String(floor), ...values],
      })) as [string, number];
      if (known === 0) await this.rebuild(topic, floor);
      return true;
    } catch (error) {
      this.logger.debug(`state of ${topic} not put, the rebuild will: ${String(error)}`);
      return false;
    }
  }

  /** The values kept, or undefined when the hash is gone. Throws while Redis is away. */
  async read(topic: string): Promise<{ rev: number; values: Map<string, StateValue> } | undefined> {
    const fields = await this.redis.client.hGetAll(stateKey(topic));
    const rev = Number(fields['#rev'] ?? Number.NaN);
    if (Number.isNaN(rev)) return undefined;
    const values = new Map<string, StateValue>();
    for (const [field, kept] of Object.entries(fields)) {
      if (!field.startsWith('k:')) continue;
      const [, keyRev = '0', json = 'null'] = /^\d+\|(\d+)\|(.*)$/s.exec(kept) ?? [];
      values.set(field.slice(2), { rev: Number(keyRev), value: JSON.parse(json) as unknown });
    }
    return { rev, values };
  }

  /** The current revision alone; undefined when the hash is gone. */
  async revOf(topic: string): Promise<number | undefined> {
    const rev = await this.redis.client.hGet(stateKey(topic), '#rev');
    return rev === null || rev === undefined ? undefined : Number(rev);
  }

  /** Builds a lost hash again; of many nodes that find it gone, one does it. `floor`: the highest revision anybody here has seen. */
  async rebuild(topic: string, floor: number): Promise<void> {
    const lock = `t:{${topic}}:rebuilding`;
    const taken = await this.redis.client.set(lock, '1', { expiration: { type: 'PX', value: engine.state.rebuildMs }, condition: 'NX' });
    if (taken === null) return;
    try {
      const changes = await this.fromOwners(topic);
      if (changes.length > 0) await this.put(topic, changes, floor);
      else await this.redis.client.hSetNX(stateKey(topic), '#rev', String(Math.max(floor, 1)));
    } finally {
      await this.redis.client.del(lock);
    }
  }

  /** The state as the owners' rows have it: for a node that cannot ask Redis. */
  async fromOwners(topic: string): Promise<StateChange[]> {
    const kind = topic.split(':', 1)[0] ?? '';
    const parts = await Promise.all((this.rebuilds.get(kind) ?? []).map((rebuild) => rebuild(topic)));
    return parts.flat();
  }

  private fits(topic: string, { key, value }: StateChange): boolean {
    const bytes = Buffer.byteLength(JSON.stringify(value ?? null));
    if (bytes <= engine.state.bytes) return true;
    this.logger.error(`state ${key} of ${topic} has ${bytes} bytes and was not put`);
    return false;
  }
}

/** A map's values as the wire has them. */
export function asState(values: Iterable<readonly [string, StateValue]>): TopicState {
  const state: TopicState = {};
  for (const [key, { value }] of values) state[key] = value;
  return state;
}

function stateKey(topic: string): string {
  return `t:{${topic}}:state`;
}
