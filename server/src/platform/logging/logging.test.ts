import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { loadConfig } from '../../config.js';
import { logParams } from './logging.module.js';

/** The hub's own logger, writing into a list. */
function aLog() {
  const lines: string[] = [];
  const sink = new Writable({ write: (line: Buffer, _encoding, done) => (lines.push(line.toString()), done()) });
  const { level, serializers, formatters, hooks } = logParams(loadConfig({})).pinoHttp as pino.LoggerOptions;
  return { lines, log: pino({ level, serializers, formatters, hooks }, sink) };
}

const token = 'N3VlIHRva2VuIG9mIDI1NiBiaXRzIHRoYXQgbWVhbnM';

test('a log line holds no secret, wherever one was put', () => {
  const { lines, log } = aLog();
  log.info(`cookie hub=${token}`);
  log.info({ cookie: token, deep: { phone: '13800138000', note: `Ticket ${token}` } }, 'asked');
  log.error(new Error(`refused ${token}`, { cause: new Error('call 13800138000') }));
  log.error({ err: Object.assign(new Error('failed'), { cause: { password: 'geheim' } }) });
  log.info(
    { req: { id: '1', method: 'POST', url: `/api/v1/x?ticket=${token}`, headers: { cookie: token, authorization: token } } },
    'request',
  );
  expect(lines).toHaveLength(5);
  const said = lines.join('');
  expect(said).not.toMatch(/N3VlIHRva2Vu|13800138000|geheim/);
  expect(said).toContain('/api/v1/x');
  for (const line of lines) expect(() => JSON.parse(line) as unknown).not.toThrow();
});
