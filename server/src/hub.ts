import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import type { Config } from './config.js';
import { SocketAdapter } from './platform/edge/socket-adapter.js';

/** A running hub, in this process. */
export type Hub = { readonly address: string; readonly app: NestFastifyApplication; close(): Promise<void> };

/** Starts everything `config` asks for and listens. What cannot start throws; nothing is left running then. */
export async function startHub(config: Config): Promise<Hub> {
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.with(config), new FastifyAdapter(), { bufferLogs: true, abortOnError: false });
  try {
    app.useWebSocketAdapter(new SocketAdapter(app));
    await app.listen(config.PORT, config.HOST);
  } catch (error) {
    await app.close().catch(() => undefined);
    throw error;
  }
  const host = config.HOST.includes(':') ? `[${config.HOST}]` : config.HOST;
  return { address: `http://${host}:${config.PORT}`, app, close: () => app.close() };
}
