import asyncApiSpecs from '@asyncapi/specs';
import { validate } from '@readme/openapi-parser';
import { clientEvents, serverEvents } from '@yunhui/contracts';
import { Ajv } from 'ajv';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aHub, type AHub } from '../../../test/a-hub.js';

let hub: AHub;
beforeAll(async () => {
  hub = await aHub();
});
afterAll(() => hub[Symbol.asyncDispose]());

type Operation = { responses: Record<string, { content?: object }>; requestBody?: object };
type OpenApiDocument = { paths: Record<string, Record<string, Operation>> };
type AsyncApiDocument = { components: { messages: Record<string, { name: string }> } };

const read = async <Document>(path: string): Promise<Document> => (await hub.get(path)).json() as Promise<Document>;

describe('the OpenAPI document', () => {
  test('is one', async () => {
    expect(await validate(await read('/api/openapi.json'))).toMatchObject({ valid: true });
  });

  test('says of every route of the API what it answers, and of every change what it takes', async () => {
    const { paths } = await read<OpenApiDocument>('/api/openapi.json');
    const routes = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ route: `${method} ${path}`, method, operation })),
    );
    const ofApi = routes.filter(({ route }) => route.includes('/api/v1/'));
    expect(ofApi.length).toBeGreaterThan(30);
    const silent = ofApi.filter(
      ({ operation }) => !Object.entries(operation.responses).some(([status, { content }]) => status.startsWith('2') && content),
    );
    expect(silent.map(({ route }) => route)).toEqual([]);
    const filer = 'post /api/v1/units/{key}/filers/{filer}';
    const webhook = 'post /api/v1/webhooks/{id}';
    const takesNothing = [
      'post /api/v1/sign-out',
      'post /api/v1/ticket',
      'post /api/v1/me/identity',
      'post /api/v1/units/{key}/invitations',
      `${filer}/verify`,
      `${filer}/recovery`,
      'post /api/v1/staff/{id}/recovery',
      'post /api/v1/reviews/{id}/supplement/workers',
      'post /api/v1/uploads', // a file as it is
      'post /api/v1/mail/end', // by its query, as mailboxes ask
      'post /api/v1/mail/send-dead',
      'post /api/v1/mail/{id}/send',
      `${webhook}/secret`,
      `${webhook}/try`,
      `${webhook}/deliveries/send-dead`,
      `${webhook}/deliveries/{delivery}/send`,
    ];
    const blind = ofApi.filter(({ method, operation }) => /post|put/.test(method) && !operation.requestBody).map(({ route }) => route);
    expect(blind.filter((route) => !takesNothing.includes(route))).toEqual([]);
    expect(routes.filter(({ route }) => route.includes('/demo/'))).toEqual([]);
  });
});

describe('the AsyncAPI document', () => {
  test('is one', async () => {
    const validateDocument = new Ajv({ strict: false, validateFormats: false }).compile(asyncApiSpecs.schemasWithoutId['3.0.0'] as object);
    expect([validateDocument(await read('/api/asyncapi.json')), validateDocument.errors]).toEqual([true, null]);
  });

  test('has every event of both sides', async () => {
    const { components } = await read<AsyncApiDocument>('/api/asyncapi.json');
    const names = Object.values(components.messages).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining([...Object.keys(clientEvents), ...Object.keys(serverEvents)]));
  });
});

describe('the page of documents', () => {
  test('has its files, and no others of their package', async () => {
    const page = await hub.get('/api/docs');
    const files = [...(await page.text()).matchAll(/(?:src|href)="(\/api\/docs\/[^"]+)"/g)].map(([, path]) => path ?? '');
    expect(files).toHaveLength(4);
    for (const path of files) expect([path, (await hub.get(path)).status]).toEqual([path, 200]);
    expect((await hub.get('/api/docs/package.json')).status).toBe(404);
    expect((await hub.get('/api/docs/..%2fpackage.json')).status).toBe(404);
  });

  test('runs nothing but its own', async () => {
    expect((await hub.get('/api/docs')).headers.get('content-security-policy')).toContain("script-src 'self';");
  });
});
