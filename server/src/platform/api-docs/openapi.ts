import type { INestApplication } from '@nestjs/common';
import { Problem } from '@yunhui/contracts';
import { z } from 'zod';
import { declaredAnswers, declaredFiles } from './answers.js';

/** An OpenAPI document, as JSON. */
export type OpenApi = object;

/**
 * `/api/openapi.json`: every route with what it takes and answers, from the schemas that judge it. The library
 * is loaded when somebody asks, for it costs each hub 13 MB and a third of a second.
 */
export async function openApiOf(app: INestApplication): Promise<OpenApi> {
  const { ApiResponse, DocumentBuilder, SwaggerModule } = await import('@nestjs/swagger');
  for (const { prototype, method, status, schema } of declaredAnswers()) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor;
    ApiResponse({ status, description: 'As asked for.', standardSchema: schema })(prototype, method, descriptor);
  }
  for (const { prototype, method, type } of declaredFiles()) {
    const descriptor = Object.getOwnPropertyDescriptor(prototype, method) as PropertyDescriptor;
    const content = { [type]: { schema: { type: 'string', format: 'binary' } } };
    ApiResponse({ status: 200, description: 'As asked for.', content })(prototype, method, descriptor);
  }
  const head = new DocumentBuilder()
    .setOpenAPIVersion('3.0.3')
    .setTitle('云汇 Yunhui')
    .setDescription('The hub over HTTP. What goes over the socket: [/api/asyncapi.json](/api/asyncapi.json)')
    .setVersion('1')
    .addCookieAuth('__Host-hub', { type: 'apiKey' }, 'cookie')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'authorization', description: '`Ticket …`, as the sign-in answered it' }, 'ticket')
    .addGlobalResponse({ status: 'default', description: 'Refused: RFC 9457, with a code', standardSchema: Problem })
    .build();
  const document = SwaggerModule.createDocument(app, head, {
    operationIdFactory: (controller, method) => `${nameOf(controller)}.${method}`,
    standardSchemaConverter: (schema, { schemaType }) => ({
      schema: z.toJSONSchema(schema as z.ZodType, { io: schemaType, target: 'openapi-3.0', unrepresentable: 'any' }),
    }),
  });
  return { ...document, paths: Object.fromEntries(Object.entries(document.paths).filter(([path]) => isDescribed.test(path))) };
}

/** What is meant for programs; the rest are pages, their files and the demo's streams. */
const isDescribed = /^\/(api\/v1|feeds|health)\//;

const nameOf = (controller: string): string => controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase());
