import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { type ReadableText, readText } from '../../platform/reading/index.js';
import { alikeAmong } from './alike-names.rules.js';
import { type OrganizationCard, OrganizationsRepository } from './organizations.repository.js';
import { bestName, type ReadName } from './unit-search.rules.js';

/** A unit that was found. `alias` is the other name that was meant, when it was not the full one. */
type FoundUnit = OrganizationCard & { alias?: string };
type ReadUnit = { unit: OrganizationCard; names: readonly ReadName[] };

/** A unit that was entered is found by then. */
const freshMs = 5_000;
/** So long the reading of names may keep others waiting before it lets them in. */
const sliceMs = 8;

/**
 * Units by what somebody types of their names: Chinese, pinyin and initials, as in the lobby's search, but of the whole registry and in
 * no campaign. Names are read into memory when somebody asks; a loss costs reading them again.
 */
@Injectable()
export class UnitSearch {
  private readings: ReadonlyMap<string, ReadableText> = new Map();
  private kept: { since: number; units: Promise<readonly ReadUnit[]> } | undefined;

  constructor(private readonly organizations: OrganizationsRepository) {}

  /** The units that are called so, best first; without words all of them, by their keys. */
  async find(words: string): Promise<FoundUnit[]> {
    const units = await this.known();
    if (words.trim() === '') return units.map(({ unit }) => unit);
    const found = units.flatMap(({ unit, names }) => {
      const best = bestName(names, words);
      return best ? { unit, best } : [];
    });
    const sorted = found.toSorted((one, other) => other.best.quality - one.best.quality);
    return sorted.map(({ unit, best }) => (best.words === unit.name ? unit : { ...unit, alias: best.words }));
  }

  /** For each of these names the units whose full name is alike, the most alike first. */
  async alike(names: readonly string[]): Promise<ReadonlyMap<string, OrganizationCard[]>> {
    if (names.length === 0) return new Map();
    const among = alikeAmong((await this.known()).map(({ unit }) => unit));
    return new Map(names.map((name) => [name, among(name)]));
  }

  /** The registry as it was read last, by everybody who asks at about the same time. */
  private async known(): Promise<readonly ReadUnit[]> {
    const now = performance.now();
    if (!this.kept || now - this.kept.since > freshMs) this.kept = { since: now, units: this.read() };
    const kept = this.kept;
    try {
      return await kept.units;
    } catch (error) {
      if (this.kept === kept) this.kept = undefined; // a failure is not shared with who asks next
      throw error;
    }
  }

  /** Readings are kept from one time to the next: what costs is what is new. */
  private async read(): Promise<readonly ReadUnit[]> {
    const used = new Map<string, ReadableText>();
    const units: ReadUnit[] = [];
    let since = performance.now();
    for (const unit of await this.organizations.all()) {
      const names = [unit.name, ...unit.aliases].map((words): ReadName => {
        const readable = used.get(words) ?? this.readings.get(words) ?? readText(words);
        used.set(words, readable);
        return { words, readable };
      });
      units.push({ unit, names });
      if (performance.now() - since < sliceMs) continue;
      await nextTurn();
      since = performance.now();
    }
    this.readings = used; // what nothing is called any more is forgotten
    return units;
  }
}
