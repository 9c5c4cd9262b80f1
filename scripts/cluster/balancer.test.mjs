import { createServer, request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { inTurn, openBalancer } from './balancer.mjs';

/** A node that says who it is, and takes sockets unless it is going. */
async function aNode(name, { isGoing = false } = {}) {
  const seen = [];
  const server = createServer((asked, answer) => {
    let body = '';
    asked.on('data', (piece) => (body += piece));
    asked.on('end', () => {
      seen.push({ url: asked.url, body, for: asked.headers['x-forwarded-for'] });
      answer.end(name);
    });
  });
  server.on('upgrade', (_asked, socket) => {
    socket.on('error', () => undefined);
    if (isGoing) return socket.end('HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n');
    socket.write(`HTTP/1.1 101 Switching Protocols\r\nconnection: Upgrade\r\nupgrade: echo\r\n\r\n${name}:`);
    return socket.pipe(socket);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  return { host: '127.0.0.1', port, name, seen, [Symbol.dispose]: () => server.close().closeAllConnections() };
}

async function aBalancer(nodes) {
  const balancer = await openBalancer({ host: '127.0.0.1', port: 0, nodes });
  return { ...balancer, address: `http://127.0.0.1:${balancer.port}`, [Symbol.dispose]: () => balancer.close() };
}

/** Opens a socket through the balancer, says something, and answers with what came back. */
function heardOver({ port }, words) {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path: '/rt', headers: { connection: 'Upgrade', upgrade: 'echo' } });
    asked.once('error', reject);
    asked.once('response', (answer) => resolve({ status: answer.statusCode }));
    asked.once('upgrade', (_answer, socket, first) => {
      let heard = first.toString();
      socket.on('data', (piece) => (heard += piece));
      socket.write(words);
      const look = setInterval(() => {
        if (!heard.endsWith(words)) return;
        clearInterval(look);
        resolve({ heard, hangUp: () => socket.destroy() });
      }, 5);
    });
    asked.end();
  });
}

describe('the balancer', () => {
  test('asks the well node with the fewest open connections first', () => {
    const nodes = [
      { name: 'gone', isWell: false, open: 0 },
      { name: 'busy', isWell: true, open: 5 },
      { name: 'idle', isWell: true, open: 1 },
    ];
    expect(inTurn(nodes).map(({ name }) => name)).toEqual(['idle', 'busy', 'gone']);
  });

  test('passes a request on with its body, and adds who asked', async () => {
    using node = await aNode('a');
    using balancer = await aBalancer([node]);
    const answer = await fetch(`${balancer.address}/x?y=1`, { method: 'POST', body: '你好', headers: { 'x-forwarded-for': '192.0.2.9' } });
    expect(await answer.text()).toBe('a');
    expect(node.seen).toContainEqual({ url: '/x?y=1', body: '你好', for: '192.0.2.9, 127.0.0.1' });
  });

  test('spreads sockets evenly, and counts those that close', async () => {
    using one = await aNode('one');
    using two = await aNode('two');
    using balancer = await aBalancer([one, two]);
    const sockets = [];
    for (let i = 0; i < 6; i += 1) sockets.push(await heardOver(balancer, 'hello'));
    expect(sockets.map(({ heard }) => heard).toSorted((a, b) => a.localeCompare(b))).toEqual([
      ...Array(3).fill('one:hello'),
      ...Array(3).fill('two:hello'),
    ]);
    for (const { hangUp } of sockets) hangUp();
    await expect.poll(() => balancer.nodes.map(({ open }) => open)).toEqual([0, 0]);
  });

  test('asks the next node when one is gone or going, a write only when it cannot have arrived', async () => {
    using going = await aNode('going', { isGoing: true });
    using well = await aNode('well');
    const gone = { host: '127.0.0.1', port: 1 };
    using balancer = await aBalancer([gone, going, well]);
    balancer.nodes[2].open = 10;
    expect((await heardOver(balancer, 'hello')).heard).toBe('well:hello');
    const answer = await fetch(balancer.address, { method: 'POST', body: 'x' });
    expect(await answer.text()).toBe('going');
    using alone = await aBalancer([gone]);
    expect((await fetch(alone.address)).status).toBe(502);
  });

  test('refuses a body that the hub would refuse', async () => {
    using node = await aNode('a');
    using balancer = await aBalancer([node]);
    expect((await fetch(balancer.address, { method: 'POST', body: 'x'.repeat(70_000) })).status).toBe(413);
    expect(node.seen.filter(({ body }) => body !== '')).toEqual([]);
  });
});
