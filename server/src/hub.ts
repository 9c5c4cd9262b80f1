import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { addressOf, type Config } from './config.js';
import { type DemoAccount, DemoAccounts } from './features/accounts/index.js';
import { DemoFilers, DemoVisits } from './features/demo/index.js';
import { FirstOperator } from './features/staff/index.js';
import { ApiDocs } from './platform/api-docs/index.js';
import { whenReached } from './platform/database/index.js';
import { httpAdapter, prepareHttp } from './platform/edge/http.js';
import { SocketAdapter } from './platform/edge/socket-adapter.js';
import { Departure } from './platform/health/index.js';

/** A running hub, in this process. */
export type Hub = {
  readonly address: string;
  readonly app: NestFastifyApplication;
  /** The demo's accounts; a password is there only at the start that made it. `list`: where they were written. */
  readonly demo: { accounts: DemoAccount[]; list: string };
  /** Where whoever sees this start becomes an operator of the whole; none where there is one. */
  readonly setup: string | undefined;
  close(): Promise<void>;
};

/** Starts everything `config` asks for and listens. What cannot start throws; nothing is left running then. */
export async function startHub(config: Config): Promise<Hub> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), httpAdapter(), {
    bufferLogs: true,
    abortOnError: false,
  });
  try {
    app.useLogger(app.get(Logger));
    const sockets = new SocketAdapter(app);
    app.useWebSocketAdapter(sockets);
    await prepareHttp(app);
    await app.init();
    app.get(ApiDocs, { strict: false }).describe(app);
    // Before anybody is answered: who is told that the hub is ready can sign in.
    const demoAccounts = app.get(DemoAccounts, { strict: false });
    const demo = { accounts: await demoAccounts.ensure(), list: demoAccounts.list };
    await whenReached(() => app.get(DemoFilers, { strict: false }).ensure());
    const token = await whenReached(() => app.get(FirstOperator, { strict: false }).offer());
    await app.listen(config.PORT, config.HOST);
    const address = addressOf(config);
    const setup = token === undefined ? undefined : new URL(`/setup#${token}`, config.PUBLIC_URL ?? address).href;
    app.get(DemoVisits, { strict: false }).begin(address);
    return { address, app, demo, setup, close: () => closed(sockets, app) };
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
}

/** Balancers first, who read it from `/health/ready`; then sockets: what is said after the last write would be shown to nobody here. */
async function closed(sockets: SocketAdapter, app: NestFastifyApplication): Promise<void> {
  app.get(Departure, { strict: false }).begin();
  await sockets.drain();
  await app.close();
}
