import { Controller, Get, Module, Param } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import { Problem, Role, SignedIn } from '@yunhui/contracts';
import type { Server, Socket } from 'socket.io';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cookieFrom, type HttpHub, posted, seedAccounts, startHttpHub } from '../../../test/http-hub.js';
import { Allow } from './access.js';
import { SocketAuthenticator } from './socket-authenticator.js';

@Controller('api/v1/trials')
class TrialsController {
  @Get('queues/:region')
  @Allow('read', 'Queue', ({ params }) => z.object({ region: z.string() }).safeParse(params).data?.region.toUpperCase())
  queue(@Param('region') region: string): object {
    return { region };
  }

  @Get('desk')
  @Allow('read', 'Desk')
  desk(): object {
    return {};
  }
}

@WebSocketGateway()
class TrialsGateway {
  @SubscribeMessage('queue.peek')
  @Allow('read', 'Queue', ({ body }) => z.object({ region: z.string() }).safeParse(body).data?.region)
  peek(): string {
    return 'peeked';
  }
}
@Module({ controllers: [TrialsController], providers: [TrialsGateway] })
class TrialsModule {}

/** A plain Socket.IO edge that only finds out who is there, as the hub's own does. */
class TrialsAdapter extends IoAdapter {
  constructor(private readonly host: NestFastifyApplication) {
    super(host);
  }

  override createIOServer(port: number): Server {
    const server = super.createIOServer(port) as Server;
    server.use((socket, next) => void this.welcome(socket).finally(next));
    return server;
  }

  private async welcome(socket: Socket): Promise<void> {
    const viewer = await this.host.get(SocketAuthenticator).viewerOf({ request: socket.request, auth: socket.handshake.auth });
    socket.data = { viewer };
  }
}

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub({
    env: { DEMO: 'on', DEMO_PASSWORD: 'one for all' },
    imports: [TrialsModule],
    prepare: (app) => app.useWebSocketAdapter(new TrialsAdapter(app)),
  });
  await seedAccounts(hub);
});
afterAll(() => hub[Symbol.asyncDispose]());

async function refused(answer: Response): Promise<Problem> {
  expect(answer.headers.get('content-type')).toContain('application/problem+json');
  const problem = Problem.parse(await answer.json());
  expect(problem.status).toBe(answer.status);
  return problem;
}

describe('a route that is not for everyone', () => {
  const as = async (login: string) => cookieFrom(await hub.ask('/api/v1/sign-in', posted({ login, password: 'one for all' })));

  test('asks a viewer to sign in, and refuses a guest', async () => {
    expect(await refused(await hub.ask('/api/v1/trials/queues/450000'))).toMatchObject({
      code: 'ticket.missing',
      status: 401,
      retry: 'sign-in',
    });
    const { cookie } = await aGuest();
    expect(await refused(await hub.ask('/api/v1/trials/queues/450000', { headers: { cookie } }))).toMatchObject({
      code: 'access.refused',
      status: 403,
    });
  });

  test.each(Role.options)('opens to a %s as the policy says', async (role) => {
    const cookie = await as(role);
    const [queue, desk] = await Promise.all(
      ['queues/450000', 'desk'].map((path) => hub.ask(`/api/v1/trials/${path}`, { headers: { cookie } })),
    );
    expect(queue?.status).toBe(role === 'moderator' || role === 'operator' ? 200 : 403);
    expect(desk?.status).toBe(role === 'reviewer' || role === 'operator' ? 200 : 403);
  });
});

describe('a socket event that is not for everyone', () => {
  const ticketOf = async (login: string) =>
    SignedIn.parse(await (await hub.ask('/api/v1/sign-in', posted({ login, password: 'one for all' }))).json()).ticket;

  /** What the event answers: its value, or that it was refused. */
  async function peek(auth: { ticket?: string }, payload: unknown): Promise<unknown> {
    const socket = io(hub.url, { auth, transports: ['websocket'], forceNew: true });
    try {
      return await Promise.race([
        socket.emitWithAck('queue.peek', payload),
        new Promise((resolve) => socket.once('exception', () => resolve('refused'))),
      ]);
    } finally {
      socket.close();
    }
  }

  test.each([
    ['moderator', { region: '450000' }, 'peeked'],
    ['moderator', {}, 'refused'],
    ['moderator', 'nonsense', 'refused'],
    ['reviewer', { region: '450000' }, 'refused'],
    ['host', { region: '450000' }, 'refused'],
  ] as const)('a %s asks with %j: %s', async (login, payload, answer) => {
    expect(await peek({ ticket: await ticketOf(login) }, payload)).toBe(answer);
  });

  test('is refused to a viewer', async () => {
    expect(await peek({}, { region: '450000' })).toBe('refused');
  });
});

test('a hub whose route names nobody does not start', async () => {
  @Controller('api/v1/open-door')
  class ForgottenController {
    @Get()
    all(): object {
      return {};
    }
  }
  @Module({ controllers: [ForgottenController] })
  class ForgottenModule {}
  await expect(startHttpHub({ imports: [ForgottenModule] })).rejects.toThrow(
    'These say neither @Everyone() nor @Allow(): ForgottenController.all',
  );
});

async function aGuest() {
  const answer = await hub.ask('/api/v1/guests', posted({ displayName: 'Ada' }));
  return { cookie: cookieFrom(answer) };
}
