import { aTicket } from '../../load/crowd.js';
import { Person, type Said } from './person.js';

export type AudienceOptions = {
  doors: readonly string[];
  topic: string;
  speakers: number;
  watchers?: number;
  random: () => number;
};

/** People in one topic, spread over the doors: some speak, all watch, and everyone keeps account of what they were told. */
export class Audience implements Disposable {
  static #gathered = 0;
  readonly #name = `a${(Audience.#gathered += 1)}`;
  #count = 0;

  private constructor(
    readonly people: readonly Person[],
    readonly speakers: readonly Person[],
    private readonly random: () => number,
  ) {}

  static async gather({ doors, topic, speakers, watchers = 0, random }: AudienceOptions): Promise<Audience> {
    const people = await Promise.all(
      Array.from({ length: speakers + watchers }, async (_, i) => {
        const ticket = i < speakers ? await aTicket(doors[i % doors.length] as string, `听众${i + 1}`) : undefined;
        return Person.enter({ doors, firstDoor: i, topic, ticket, random });
      }),
    );
    return new Audience(people, people.slice(0, speakers), random);
  }

  /** Everything that was said so far. */
  get said(): Said[] {
    return this.speakers.flatMap((person) => [...person.said.values()]);
  }

  /** One of the speakers, by lot, says something that nobody has said before. */
  say(): Said {
    const speaker = this.speakers[Math.floor(this.random() * this.speakers.length)];
    if (!speaker) throw new Error('nobody speaks');
    return speaker.say(`${this.#name} line ${(this.#count += 1)}`);
  }

  /** Goes on saying things until it is stopped; `await using talk = audience.talk(20)`. */
  talk(perSecond: number): Disposable {
    const timer = setInterval(() => this.say(), 1_000 / perSecond);
    return { [Symbol.dispose]: () => clearInterval(timer) };
  }

  /** How long after its ack each of these was shown to the last of those who were there all the time, ms. */
  lateness(said: readonly Said[]): number[] {
    const steady = this.people.filter(({ gaps }) => gaps.length === 0);
    return said
      .filter(({ ackedAt }) => ackedAt !== undefined)
      .map(({ id, ackedAt = 0 }) => Math.max(0, ...steady.map(({ seen }) => (seen.arrivals.get(id) ?? Infinity) - ackedAt)));
  }

  [Symbol.dispose](): void {
    for (const person of this.people) person[Symbol.dispose]();
  }
}
