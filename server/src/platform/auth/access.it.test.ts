import { Controller, Get, Module, Param } from '@nestjs/common';
import { Problem, Role } from '@yunhui/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { cookieFrom, type HttpHub, posted, seedAccounts, startHttpHub } from '../../../test/http-hub.js';
import { Allow } from './access.js';

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
@Module({ controllers: [TrialsController] })
class TrialsModule {}

let hub: HttpHub;
beforeAll(async () => {
  hub = await startHttpHub({ env: { DEMO: 'on', DEMO_PASSWORD: 'one for all' }, imports: [TrialsModule] });
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
