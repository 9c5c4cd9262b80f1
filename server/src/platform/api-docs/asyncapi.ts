import { clientEvents, Refusal, serverEvents } from '@yunhui/contracts';
import { z } from 'zod';

const channel = { $ref: '#/channels/socket' };
const refused = z.object({ ok: z.literal(false), error: Refusal });
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): object =>
  z.toJSONSchema(schema, { io, target: 'draft-7', unrepresentable: 'any' });
const ref = (kind: string, name: string): { $ref: string } => ({ $ref: `#/${kind}/${name.replaceAll('/', '~1')}` });
/** Names of AsyncAPI's maps may not hold a dot. */
const keyOf = (event: string): string => event.replaceAll('.', '-');

/** `/api/asyncapi.json`: every event of the socket with what it carries and what its ack answers, from the schemas that judge it. */
export function asyncApi(): object {
  const said = Object.entries(clientEvents).map(([name, { payload, value }]) => ({ name, payload, ack: value as z.ZodType }));
  const told = Object.entries(serverEvents).map(([name, payload]) => ({ name, payload }));
  return {
    asyncapi: '3.0.0',
    info: { title: '云汇 Yunhui', version: '1', description: 'Socket.IO 4 at /socket.io. Each event is answered by its ack.' },
    defaultContentType: 'application/json',
    channels: { socket: { address: '/socket.io', messages: Object.fromEntries([...said, ...told].flatMap(messageRefsOf)) } },
    operations: Object.fromEntries([...said.map(receiving), ...told.map(sending)]),
    components: { messages: Object.fromEntries([...said.flatMap(saidMessages), ...told.map(toldMessage)]) },
  };
}

type Said = { name: string; payload: z.ZodType; ack: z.ZodType };
type Told = { name: string; payload: z.ZodType };

const messageRefsOf = (event: Said | Told): [string, object][] =>
  ['ack' in event ? [keyOf(event.name), `${keyOf(event.name)}-ack`] : [keyOf(event.name)]]
    .flat()
    .map((key) => [key, ref('components/messages', key)]);

const toldMessage = ({ name, payload }: Told): [string, object] => [keyOf(name), { name, payload: schemaOf(payload, 'output') }];

const saidMessages = ({ name, payload, ack }: Said): [string, object][] => [
  [keyOf(name), { name, payload: schemaOf(payload, 'input') }],
  [
    `${keyOf(name)}-ack`,
    { name: `${name} ack`, payload: schemaOf(z.union([z.object({ ok: z.literal(true), value: ack }), refused]), 'output') },
  ],
];

const receiving = ({ name }: Said): [string, object] => [
  keyOf(name),
  {
    action: 'receive',
    channel,
    messages: [ref('channels/socket/messages', keyOf(name))],
    reply: { channel, messages: [ref('channels/socket/messages', `${keyOf(name)}-ack`)] },
  },
];

const sending = ({ name }: Told): [string, object] => [
  keyOf(name),
  { action: 'send', channel, messages: [ref('channels/socket/messages', keyOf(name))] },
];
