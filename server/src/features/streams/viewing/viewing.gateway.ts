import { MessageBody, SubscribeMessage } from '@nestjs/websockets';
import type { Ack, ClientEventPayload, ClientEventValue } from '@yunhui/contracts';
import { Everyone, type Viewer } from '../../../platform/auth/index.js';
import { HubGateway } from '../../../platform/edge/hub-gateway.js';
import { SocketViewer } from '../../../platform/edge/speaker.js';
import { Limits } from '../../../platform/limits/index.js';
import { ViewingService } from './viewing.service.js';

/** Players' reports over their socket. */
@HubGateway()
@Everyone()
export class ViewingGateway {
  constructor(
    private readonly viewing: ViewingService,
    private readonly limits: Limits,
  ) {}

  @SubscribeMessage('watch.report')
  async report(
    @SocketViewer() viewer: Viewer,
    @MessageBody() report: ClientEventPayload<'watch.report'>,
  ): Promise<Ack<ClientEventValue<'watch.report'>>> {
    await this.limits.consume('watch.report', viewer);
    await this.viewing.report(viewer, report);
    return { ok: true, value: {} };
  }
}
