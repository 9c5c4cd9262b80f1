import { ConnectedSocket, MessageBody, type OnGatewayConnection, type OnGatewayDisconnect, SubscribeMessage } from '@nestjs/websockets';
import type { Ack, ClientEventName, ClientEventPayload, ClientEventValue } from '@yunhui/contracts';
import { Everyone, type Viewer } from '../../platform/auth/index.js';
import { Clock } from '../../platform/clock.js';
import { Admission } from '../../platform/edge/admission.js';
import { HubGateway } from '../../platform/edge/hub-gateway.js';
import type { HubSocket } from '../../platform/edge/socket-adapter.js';
import { SocketSpeaker, SocketViewer, type Speaker } from '../../platform/edge/speaker.js';
import { Limits } from '../../platform/limits/index.js';
import { AttendanceService } from './attendance.service.js';
import { ListeningService } from './listening.service.js';
import { subscriberOf } from './socket-subscriber.js';
import { OwnWordsService } from './own-words.service.js';
import { SpeechService } from './speech.service.js';

type Answer<Name extends ClientEventName> = Promise<Ack<ClientEventValue<Name>>>;
const ok = <Value>(value: Value): Ack<Value> => ({ ok: true, value });

/** The realtime edge: payloads arrive parsed (`SocketEvents`), refusals are thrown. */
@HubGateway()
@Everyone()
export class TopicsGateway implements OnGatewayConnection<HubSocket>, OnGatewayDisconnect<HubSocket> {
  constructor(
    private readonly listening: ListeningService,
    private readonly speech: SpeechService,
    private readonly words: OwnWordsService,
    private readonly attendance: AttendanceService,
    private readonly limits: Limits,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  handleConnection(socket: HubSocket): void {
    this.listening.begin(subscriberOf(socket));
  }

  handleDisconnect(socket: HubSocket): void {
    this.listening.drop(subscriberOf(socket));
  }

  @SubscribeMessage('topic.join')
  async join(@ConnectedSocket() socket: HubSocket, @MessageBody() request: ClientEventPayload<'topic.join'>): Answer<'topic.join'> {
    const subscriber = subscriberOf(socket);
    this.listening.notice(subscriber, 'joins');
    this.admission.admit(subscriber.viewer);
    await this.limits.consume('join', subscriber.viewer);
    if ('topics' in request) return ok(await this.listening.joinAll(subscriber, request.topics));
    return ok(await this.listening.join(subscriber, request));
  }

  @SubscribeMessage('topic.leave')
  async leave(@ConnectedSocket() socket: HubSocket, @MessageBody() { topic }: ClientEventPayload<'topic.leave'>): Answer<'topic.leave'> {
    this.listening.leave(subscriberOf(socket), topic);
    return ok({});
  }

  @SubscribeMessage('topic.track')
  async track(@ConnectedSocket() socket: HubSocket, @MessageBody() request: ClientEventPayload<'topic.track'>): Answer<'topic.track'> {
    const { topic, add = [], remove = [] } = request;
    await this.limits.consume('track', socket.data.viewer);
    return ok(this.listening.track(subscriberOf(socket), topic, add, remove));
  }

  @SubscribeMessage('message.send')
  async send(
    @ConnectedSocket() socket: HubSocket,
    @SocketSpeaker() speaker: Speaker,
    @MessageBody() request: ClientEventPayload<'message.send'>,
  ): Answer<'message.send'> {
    this.listening.notice(subscriberOf(socket), 'types');
    this.admission.admit(speaker);
    await this.limits.consume('message', speaker);
    return ok(await this.speech.send(speaker, request));
  }

  @SubscribeMessage('message.retract')
  async retract(
    @SocketSpeaker() speaker: Speaker,
    @MessageBody() request: ClientEventPayload<'message.retract'>,
  ): Answer<'message.retract'> {
    await this.limits.consume('retract', speaker);
    await this.words.retract(speaker, request);
    return ok({});
  }

  @SubscribeMessage('reaction.add')
  async react(
    @ConnectedSocket() socket: HubSocket,
    @SocketViewer() viewer: Viewer,
    @MessageBody() request: ClientEventPayload<'reaction.add'>,
  ): Answer<'reaction.add'> {
    this.listening.notice(subscriberOf(socket), 'types');
    await this.limits.consume('reaction', viewer);
    await this.attendance.react(viewer, request);
    return ok({});
  }

  @SubscribeMessage('watch.beat')
  async beat(
    @ConnectedSocket() socket: HubSocket,
    @SocketViewer() viewer: Viewer,
    @MessageBody() request: ClientEventPayload<'watch.beat'>,
  ): Answer<'watch.beat'> {
    if (request.playing) this.listening.notice(subscriberOf(socket), 'plays');
    await this.limits.consume('beat', viewer);
    await this.attendance.beat(viewer, request);
    return ok({});
  }

  @SubscribeMessage('clock.sync')
  async sync(): Answer<'clock.sync'> {
    return ok({ at: this.clock.now() });
  }
}
