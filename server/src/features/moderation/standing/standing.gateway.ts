import type { OnGatewayConnection } from '@nestjs/websockets';
import { HubGateway } from '../../../platform/edge/hub-gateway.js';
import type { HubSocket } from '../../../platform/edge/socket-adapter.js';
import { StandingWatch } from './standing-watch.js';

/** Tells who comes what holds for them. */
@HubGateway()
export class StandingGateway implements OnGatewayConnection<HubSocket> {
  constructor(private readonly watch: StandingWatch) {}

  handleConnection(socket: HubSocket): void {
    void this.watch.greet(socket).catch(() => undefined);
  }
}
