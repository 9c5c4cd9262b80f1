import { createSocket } from 'node:dgram';
import { type LookupAddress, type LookupOptions, Resolver } from 'node:dns';
import { once } from 'node:events';
import { isIPv4 } from 'node:net';

type Found = (error: NodeJS.ErrnoException | null, address: string | LookupAddress[], family?: number) => void;

/** A name server of a test's own, and a look-up that asks it alone. */
export type NameServer = AsyncDisposable & {
  /** How often somebody asked for a name's IPv4 addresses. */
  asked: (name: string) => number;
  lookUp: (hostname: string, options: LookupOptions, found: Found) => void;
};

/** A real DNS server (RFC 1035, over UDP) that answers each question for an address with what `addressesOf` says now. */
export async function aNameServer(addressesOf: (name: string) => readonly string[]): Promise<NameServer> {
  const counts = new Map<string, number>();
  const socket = createSocket('udp4');
  let held: readonly string[] = [];
  socket.on('message', (question, { port, address }) => {
    const { name, type, end } = readQuestion(question);
    if (type === aRecord) counts.set(name, (counts.get(name) ?? 0) + 1);
    const given = type === aRecord ? (held = addressesOf(name)) : held;
    const fitting = given.filter((one) => isIPv4(one) === (type === aRecord));
    socket.send(answerTo(question.subarray(0, end), type, fitting), port, address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const resolver = new Resolver({ timeout: 1_000, tries: 1 });
  resolver.setServers([`127.0.0.1:${socket.address().port}`]);
  return {
    asked: (name) => counts.get(name) ?? 0,
    lookUp: (hostname, options, found) => void lookUp(resolver, hostname, options, found),
    [Symbol.asyncDispose]: async () => {
      resolver.cancel();
      socket.close();
      await once(socket, 'close');
    },
  };
}

const aRecord = 1;
const aaaaRecord = 28;

async function lookUp(resolver: Resolver, hostname: string, _options: LookupOptions, found: Found): Promise<void> {
  const ask = (method: 'resolve4' | 'resolve6') =>
    new Promise<string[]>((resolve) => resolver[method](hostname, (_error, addresses) => resolve(addresses ?? [])));
  const four = await ask('resolve4'); // one after the other: the second has the first one's answer
  const six = await ask('resolve6');
  const all = [...four.map((address) => ({ address, family: 4 })), ...six.map((address) => ({ address, family: 6 }))];
  if (all.length === 0) return found(Object.assign(new Error(`queryA ENOTFOUND ${hostname}`), { code: 'ENOTFOUND' }), []);
  found(null, all);
}

function readQuestion(message: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = message.readUInt8(at); length > 0; length = message.readUInt8(at)) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1), end: at + 5 };
}

function answerTo(question: Buffer, type: number, addresses: readonly string[]): Buffer {
  const head = Buffer.from(question);
  head.writeUInt16BE(0x81_80, 2); // an answer, recursion available
  head.writeUInt16BE(addresses.length, 6);
  head.writeUInt16BE(0, 8);
  head.writeUInt16BE(0, 10); // without the extension record that the question may have
  const records = addresses.map((address) => {
    const bytes = type === aaaaRecord ? sixBytes(address) : Buffer.from(address.split('.').map(Number));
    const record = Buffer.alloc(12);
    record.writeUInt16BE(0xc0_0c, 0); // the name in the question
    record.writeUInt16BE(type, 2);
    record.writeUInt16BE(1, 4);
    record.writeUInt32BE(0, 6);
    record.writeUInt16BE(bytes.length, 10);
    return Buffer.concat([record, bytes]);
  });
  return Buffer.concat([head, ...records]);
}

/** An IPv6 address in its 16 bytes, as the URL parser writes it out: every group in hex, at most one `::`. */
function sixBytes(address: string): Buffer {
  const written = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [before = '', after = ''] = written.split('::');
  const groups = (text: string) => (text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16)));
  const [head, tail] = [groups(before), groups(after)];
  const all = [...head, ...Array<number>(8 - head.length - tail.length).fill(0), ...tail];
  const bytes = Buffer.alloc(16);
  for (const [at, group] of all.entries()) bytes.writeUInt16BE(group, at * 2);
  return bytes;
}
