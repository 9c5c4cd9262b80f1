import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import {
  ChangeWebhook,
  DeliveryPage,
  DeliveryState,
  RegisterWebhook,
  SentAgain,
  SwitchWebhook,
  Webhook,
  WebhookList,
  WebhookSecret,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers, Nothing } from '../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../platform/auth/index.js';
import { DeliveriesService } from './deliveries.service.js';
import { WebhooksService } from './webhooks.service.js';

const Id = z.uuid();
const Page = z.object({ state: DeliveryState.optional(), cursor: z.string().max(400).optional() });

/** Webhooks. A grant anywhere opens the door; the services ask whether it covers the scope. */
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: DeliveriesService,
  ) {}

  @Get()
  @Allow('manage', 'Webhook')
  @Header('cache-control', 'private, no-store')
  @Answers(WebhookList)
  list(@CurrentViewer() viewer: Viewer): Promise<WebhookList> {
    return this.webhooks.list(viewer);
  }

  @Post()
  @Allow('manage', 'Webhook')
  @HttpCode(201)
  @Header('cache-control', 'private, no-store')
  @Answers(WebhookSecret, { status: 201 })
  register(@CurrentViewer() viewer: Viewer, @Body({ schema: RegisterWebhook }) wanted: RegisterWebhook): Promise<WebhookSecret> {
    return this.webhooks.register(viewer, wanted);
  }

  @Put(':id')
  @Allow('manage', 'Webhook')
  @Answers(Webhook)
  change(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ChangeWebhook }) wanted: ChangeWebhook,
  ): Promise<Webhook> {
    return this.webhooks.change(viewer, id, wanted);
  }

  @Put(':id/on')
  @Allow('manage', 'Webhook')
  @Answers(Webhook)
  switch(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: SwitchWebhook }) { on }: SwitchWebhook,
  ): Promise<Webhook> {
    return this.webhooks.switch(viewer, id, on);
  }

  @Post(':id/secret')
  @Allow('manage', 'Webhook')
  @HttpCode(200)
  @Header('cache-control', 'private, no-store')
  @Answers(WebhookSecret)
  rotate(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<WebhookSecret> {
    return this.webhooks.rotate(viewer, id);
  }

  @Delete(':id')
  @Allow('manage', 'Webhook')
  @Answers(Nothing)
  async remove(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Record<string, never>> {
    await this.webhooks.remove(viewer, id);
    return {};
  }

  @Post(':id/try')
  @Allow('manage', 'Webhook')
  @HttpCode(202)
  @Answers(Nothing, { status: 202 })
  async tryOut(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<Record<string, never>> {
    await this.deliveries.tryOut(viewer, id);
    return {};
  }

  @Get(':id/deliveries')
  @Allow('manage', 'Webhook')
  @Header('cache-control', 'private, no-store')
  @Answers(DeliveryPage)
  page(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Query({ schema: Page }) wanted: z.infer<typeof Page>,
  ): Promise<DeliveryPage> {
    return this.deliveries.page(viewer, id, wanted);
  }

  @Post(':id/deliveries/send-dead')
  @Allow('manage', 'Webhook')
  @HttpCode(202)
  @Answers(SentAgain, { status: 202 })
  sendDeadAgain(@CurrentViewer() viewer: Viewer, @Param('id', { schema: Id }) id: string): Promise<SentAgain> {
    return this.deliveries.sendDeadAgain(viewer, id);
  }

  @Post(':id/deliveries/:delivery/send')
  @Allow('manage', 'Webhook')
  @HttpCode(202)
  @Answers(Nothing, { status: 202 })
  async sendAgain(
    @CurrentViewer() viewer: Viewer,
    @Param('id', { schema: Id }) id: string,
    @Param('delivery', { schema: Id }) delivery: string,
  ): Promise<Record<string, never>> {
    await this.deliveries.sendAgain(viewer, id, delivery);
    return {};
  }
}
