import {
  type Burst,
  fingerprintOf,
  mayBurst,
  notePerson,
  noteTopic,
  type PersonFinding,
  type PersonState,
  renamed,
  type Said,
  type TopicState,
} from '@yunhui/screening';

/** One message as flood detection looks at it. */
export type Uttered = { id: string; topic: string; by: string; text: string; at: number };
/** What another node needs to know of it: not the words, only their print. */
export type Overheard = Said & { topic: string };
/** What its surroundings say of a message. */
export type Surroundings = { person: PersonFinding; burst?: Burst };

type Person = { state: PersonState; judged: Map<string, Surroundings> };

const most = { people: 5_000, topics: 1_000, judged: 16 };

/**
 * What was said lately, by whom and where: this node's own memory, because a person speaks over one node and a message
 * must not wait for a round trip. What others heard is put in as it arrives. A loss forgives: repeats and bursts are counted
 * from the beginning.
 */
export class TalkMemory {
  private readonly people = new Map<string, Person>();
  private readonly topics = new Map<string, TopicState>();

  /** `tell`: hears what other nodes should, of texts that can become a burst. */
  constructor(private readonly tell: (said: Overheard) => void = () => undefined) {}

  /** Notes a message, once: its retry, and its second screening under another mode, are answered as the first time. */
  note({ id, topic, by, text, at }: Uttered): Surroundings {
    const person = this.people.get(by) ?? { state: [], judged: new Map<string, Surroundings>() };
    const known = person.judged.get(id);
    if (known) return known;
    const print = fingerprintOf(text);
    const { state, finding } = notePerson(person.state, { at, print });
    const burst = this.hear({ topic, by, at, print });
    if (mayBurst(print)) this.tell({ topic, by, at, print });
    const surroundings = { person: finding, ...(burst && { burst }) };
    keepNewest(person.judged.set(id, surroundings), most.judged);
    putLast(this.people, by, { state, judged: person.judged }, most.people);
    return surroundings;
  }

  /** Counts what was said, here or elsewhere. */
  hear({ topic, by, at, print }: Overheard): Burst | undefined {
    const noted = noteTopic(this.topics.get(topic) ?? [], { by, at, print });
    putLast(this.topics, topic, noted.state, most.topics);
    return noted.burst;
  }

  /** From now on a burst has the name that nodes have agreed on. */
  rename(topic: string, id: string, name: string): void {
    const state = this.topics.get(topic);
    if (state) this.topics.set(topic, renamed(state, id, name));
  }
}

/** The key used last stands last, so the first is the one nobody has used for longest. */
function putLast<Value>(map: Map<string, Value>, key: string, value: Value, size: number): void {
  map.delete(key);
  keepNewest(map.set(key, value), size);
}

function keepNewest(map: Map<string, unknown>, size: number): void {
  for (const key of map.keys()) {
    if (map.size <= size) return;
    map.delete(key);
  }
}
