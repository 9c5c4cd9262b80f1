import { Writable } from 'node:stream';
import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { expect, test } from 'vitest';
import { startHttpHub } from '../../../test/http-hub.js';
import { CONFIG, loadConfig } from '../../config.js';
import { logParams } from './logging.module.js';

const lines: string[] = [];
const sink = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });

@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [CONFIG],
      useFactory: () => {
        const { pinoHttp, ...params } = logParams(loadConfig({ LOG_LEVEL: 'debug' }));
        return { ...params, pinoHttp: [pinoHttp as object, sink] };
      },
    }),
  ],
})
class ListedLogModule {}

test('a request leaves one line with its id, its path and its status, and nothing that it carried', async () => {
  await using hub = await startHttpHub({ imports: [ListedLogModule] });
  const secret = 'a'.repeat(43);
  const refused = await hub.ask(`/api/v1/nothing?ticket=${secret}`, {
    headers: { cookie: `hub=${secret}`, authorization: `Bearer ${secret}` },
  });
  await hub.ask('/health/live');
  await expect.poll(() => lines.filter((line) => line.includes('"req"'))).toHaveLength(1);
  const said = lines.find((line) => line.includes('"req"')) ?? '';
  expect(said).not.toContain(secret);
  const id = refused.headers.get('x-request-id');
  expect(JSON.parse(said)).toMatchObject({ level: 30, req: { id, method: 'GET', path: '/api/v1/nothing' }, res: { statusCode: 404 } });
});
