import { applyDecorators, type ArgumentsHost, Catch, type ExceptionFilter, UseFilters } from '@nestjs/common';
import { WebSocketGateway } from '@nestjs/websockets';

/** Nest's own filter would emit an `exception` event and leave the ack unanswered; thrown on, the error reaches `SocketEvents`, which answers it. */
@Catch()
class ThrowOn implements ExceptionFilter {
  catch(error: unknown, _host: ArgumentsHost): never {
    throw error;
  }
}

/** A feature's edge on the hub's one Socket.IO server. Its methods get parsed payloads and return acks. */
export const HubGateway = (): ClassDecorator => applyDecorators(WebSocketGateway(), UseFilters(new ThrowOn()));
