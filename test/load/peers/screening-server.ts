import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildLists, fingerprintOf, notePerson, noteTopic, screen } from '@yunhui/screening';
import type { BuiltLists, Lists, PersonState, Term, TopicState } from '@yunhui/screening';

/** Screens the corpus round after round on a thread of its own, as built for production. Says its figures once. */
type Order = { terms: number; rounds: number };
type Row = { text: string };

const corpus = join(import.meta.dirname, '../../../packages/screening/corpus');

process.once('message', (order: Order) => {
  void measured(order).then((figures) => process.send?.(figures, () => process.exit()));
});

async function measured({ terms, rounds }: Order): Promise<object> {
  const texts = await conversation();
  const lists = grown(await corpusLists(), texts, terms);
  timed(lists); // the tables are made when they are first asked for, as a server does while it starts
  const { built, longestPauseMs, buildMs } = timed(lists);
  speak(texts, built);
  return { runs: Array.from({ length: rounds }, () => speak(texts, built)), longestPauseMs, buildMs };
}

/** Every innocent sentence, and an evasion to each ten of them. */
async function conversation(): Promise<string[]> {
  const [innocents, evasions] = await Promise.all(['innocents', 'evasions'].map(rows));
  return (innocents ?? []).flatMap(({ text }, place) => (place % 10 === 0 ? [text, evasions?.[place / 10]?.text ?? text] : [text]));
}

async function rows(name: string): Promise<Row[]> {
  const lines = (await readFile(join(corpus, `${name}.jsonl`), 'utf8')).trim().split('\n');
  return lines.map((line) => JSON.parse(line) as Row);
}

async function corpusLists(): Promise<Lists> {
  const [terms, allow] = await Promise.all(
    ['terms', 'allow'].map(async (name) => JSON.parse(await readFile(join(corpus, `${name}.json`), 'utf8')) as unknown),
  );
  return { terms: terms as Term[], allow: allow as Lists['allow'] };
}

/** More terms, of the characters that are really said: three to six by a fixed generator, so that each run has the same. */
function grown({ terms, allow }: Lists, texts: readonly string[], wanted: number): Lists {
  const characters = [...new Set(texts.join(''))].filter((one) => /\p{Script=Han}/u.test(one));
  let seed = 7;
  const below = (most: number): number => (seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0) % most;
  const more = Array.from({ length: wanted - terms.length }, (_, index): Term => {
    const term = Array.from({ length: 3 + (index % 4) }, () => characters[below(characters.length)]).join('');
    return { id: `bench-${index}`, term, category: 'bench', level: 1, action: 'mask' };
  });
  return { terms: [...terms, ...more], allow };
}

/** This thread's own time, so that what else the machine does is not a pause of ours. */
const threadMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

function timed(lists: Lists): { built: BuiltLists; longestPauseMs: number; buildMs: number } {
  const work = buildLists(lists);
  let longest = 0;
  let all = 0;
  for (;;) {
    const began = threadMs();
    const step = work.next();
    const tookMs = threadMs() - began;
    longest = Math.max(longest, tookMs);
    all += tookMs;
    if (step.done) return { built: step.value, longestPauseMs: longest, buildMs: all };
  }
}

/** Ten messages a second in the topic, of 500 people: each speaks every 50 seconds. */
const everyMs = 100;
const people = 500;

function speak(texts: readonly string[], lists: BuiltLists): { perSecond: number; p99Ms: number } {
  const states = new Map<string, PersonState>();
  let topic: TopicState = [];
  const began = threadMs();
  const timesMs = texts.map((text, place) => {
    const start = performance.now();
    const at = place * everyMs;
    const by = `person-${place % people}`;
    const print = fingerprintOf(text);
    const person = notePerson(states.get(by) ?? [], { at, print });
    states.set(by, person.state);
    const noted = noteTopic(topic, { by, at, print });
    topic = noted.state;
    screen(text, lists, { person: person.finding, burst: noted.burst });
    return performance.now() - start;
  });
  const perSecond = (texts.length * 1000) / (threadMs() - began);
  timesMs.sort((one, other) => one - other);
  return { perSecond, p99Ms: timesMs[Math.ceil(timesMs.length * 0.99) - 1] ?? Number.NaN };
}
