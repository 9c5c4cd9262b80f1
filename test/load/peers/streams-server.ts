import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * Many hosts of live streams in one process: each port is a host, every name below it a live stream. Asked for its
 * figures it says how many whole looks, which end with a segment, and how many connections there were.
 */
const targetSeconds = 4;
const segmentBytes = Buffer.alloc(64 * 1_024, 0x47);
const figures = { playlists: 0, looks: 0, connections: 0 };

const master =
  '#EXTM3U\n#EXT-X-STREAM-INF:BANDWIDTH=800000,CODECS="avc1.64001f,mp4a.40.2"\nlow.m3u8\n#EXT-X-STREAM-INF:BANDWIDTH=2000000\nhigh.m3u8\n';

function media(): string {
  const first = Math.floor(Date.now() / 1_000 / targetSeconds);
  const segments = Array.from({ length: 6 }, (_, at) => `#EXTINF:${targetSeconds},\n${first + at}.ts\n`);
  return `#EXTM3U\n#EXT-X-VERSION:3\n#EXT-X-TARGETDURATION:${targetSeconds}\n#EXT-X-MEDIA-SEQUENCE:${first}\n${segments.join('')}`;
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '';
  response.setHeader('access-control-allow-origin', '*');
  if (path.endsWith('.m3u8')) {
    figures.playlists += 1;
    response.setHeader('content-type', 'application/vnd.apple.mpegurl');
    return void response.end(path.endsWith('master.m3u8') ? master : media());
  }
  figures.looks += 1;
  const last = Number(/^bytes=0-(\d+)$/.exec(request.headers.range ?? '')?.[1] ?? segmentBytes.length - 1);
  const headers = { 'content-type': 'video/mp2t', 'content-range': `bytes 0-${last}/${segmentBytes.length}` };
  response.writeHead(206, headers).end(segmentBytes.subarray(0, last + 1));
}

process.once('message', (hosts: number) => {
  const servers = Array.from({ length: hosts }, () => {
    const server = createServer({ keepAliveTimeout: 120_000 }, answer);
    server.on('connection', () => (figures.connections += 1));
    return server.listen(0, '127.0.0.1');
  });
  void Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve)))).then(() => {
    process.send?.(servers.map((server) => (server.address() as AddressInfo).port));
    process.on('message', () => process.send?.({ ...figures }));
  });
});
