import { createServer, request as ask } from 'node:http';
import { connect } from 'node:net';

/** The hub takes no larger body either. */
const mostBodyBytes = 64 * 1024;
const lookEachMs = 500;
const lookPatienceMs = 1_000;
/** Of one connection only; each hop sets its own. */
const hopHeaders = ['connection', 'keep-alive', 'proxy-connection', 'te', 'trailer', 'transfer-encoding', 'content-length'];

/**
 * One door before several nodes: each request and socket goes to the well node with the fewest open ones, and to
 * the next when that one cannot be reached or refuses a socket. No stickiness: sockets are WebSockets from their
 * first byte. Who came is added to `x-forwarded-for`; the hub believes the last word of whom it trusts.
 */
export async function openBalancer({ host, port, nodes }) {
  const behind = nodes.map((node) => ({ ...node, open: 0, isWell: true }));
  const server = createServer((request, response) => void passRequest(behind, request, response));
  server.on('upgrade', (request, socket, head) => passSocket(inTurn(behind), request, socket, head));
  const looking = setInterval(() => behind.forEach((node) => void lookAt(node)), lookEachMs);
  await new Promise((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return {
    nodes: behind,
    port: server.address().port,
    close() {
      clearInterval(looking);
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Well nodes first, of those the one with the fewest open connections; a node that is not well is the last resort. */
export function inTurn(nodes) {
  return nodes.toSorted((a, b) => Number(b.isWell) - Number(a.isWell) || a.open - b.open);
}

async function lookAt(node) {
  const signal = AbortSignal.timeout(lookPatienceMs);
  node.isWell = await fetch(`http://${node.host}:${node.port}/health/ready`, { signal }).then(
    (answer) => answer.ok,
    () => false,
  );
}

async function passRequest(nodes, request, response) {
  const body = await bodyOf(request);
  if (!body) return refuse(response, 413);
  response.on('error', () => undefined); // the visitor went away
  for (const node of inTurn(nodes)) if (await answered(node, request, body, response)) return undefined;
  return refuse(response, 502);
}

/** False when the next may be asked: nothing was answered, and nothing can have been done. */
function answered(node, request, body, response) {
  return new Promise((resolve) => {
    node.open += 1;
    response.once('close', () => resolve(true));
    const outgoing = askNode(node, request, { 'content-length': body.length });
    outgoing.once('close', () => (node.open -= 1));
    outgoing.once('response', (answer) => {
      const headers = Object.entries(answer.headers).filter(([name]) => !['connection', 'keep-alive', 'transfer-encoding'].includes(name));
      response.writeHead(answer.statusCode, Object.fromEntries(headers));
      answer.pipe(response);
      answer.once('error', () => response.destroy());
      answer.once('end', () => resolve(true));
    });
    outgoing.once('error', (error) => {
      if (response.headersSent) return resolve(true);
      const isSafe = error.code === 'ECONNREFUSED' || ['GET', 'HEAD'].includes(request.method);
      if (!isSafe) refuse(response, 502);
      return resolve(!isSafe);
    });
    outgoing.end(body);
  });
}

function passSocket([node, ...others], request, socket, head) {
  socket.on('error', () => socket.destroy());
  if (!node) return socket.end('HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\nconnection: close\r\n\r\n');
  const { connection, upgrade } = request.headers;
  const outgoing = askNode(node, request, { connection, upgrade });
  const next = () => passSocket(others, request, socket, head);
  outgoing.once('error', next);
  outgoing.once('response', (answer) => {
    answer.resume();
    if (others.length > 0) return next(); // a node that is going refuses; it is no matter which one takes the socket
    return socket.end(`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\ncontent-length: 0\r\nconnection: close\r\n\r\n`);
  });
  outgoing.once('upgrade', (answer, upstream, first) => join(node, { answer, upstream, first, socket, head }));
  return outgoing.end();
}

function join(node, { answer, upstream, first, socket, head }) {
  node.open += 1;
  upstream.once('close', () => (node.open -= 1));
  const lines = Object.entries(answer.headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.write(`HTTP/1.1 101 Switching Protocols\r\n${lines.join('')}\r\n`);
  if (first.length > 0) socket.write(first);
  if (head.length > 0) upstream.write(head);
  for (const [from, to] of [
    [upstream, socket],
    [socket, upstream],
  ]) {
    from.setNoDelay(true);
    from.once('error', () => to.destroy());
    from.once('close', () => to.destroy());
    from.pipe(to);
  }
}

function askNode({ host, port }, { method, url, headers, socket }, own) {
  const kept = Object.entries(headers).filter(([name]) => !hopHeaders.includes(name) && name !== 'upgrade');
  const forwardedFor = [headers['x-forwarded-for'], socket.remoteAddress].filter(Boolean).join(', ');
  return ask({
    method,
    path: url,
    headers: { ...Object.fromEntries(kept), 'x-forwarded-for': forwardedFor, ...own },
    createConnection: () => connect(port, host),
  });
}

async function bodyOf(request) {
  const pieces = [];
  let bytes = 0;
  try {
    for await (const piece of request) {
      bytes += piece.length;
      if (bytes > mostBodyBytes) return undefined;
      pieces.push(piece);
    }
  } catch {
    // the visitor went away; nobody will hear the answer
  }
  return Buffer.concat(pieces);
}

function refuse(response, status) {
  response.writeHead(status, { 'content-length': 0 }).end();
}
