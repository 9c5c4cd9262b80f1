import type { SentMessage } from '@yunhui/contracts';
import { uuidV7 } from '@yunhui/realtime-client';
import { aTicket } from './crowd.js';
import { inBeats } from './in-beats.js';
import { LoadSocket } from './load-socket.js';

/** What is done in a room each second. */
export type RoomPace = { chat: number; danmaku: number; reactions: number };

const lines = ['这段轨道是怎么画出来的？', '我们学校的天文社也在看', 'Kepler would have liked this', '再放大一点看看，太清楚了'];
const reactions = ['like', 'clap', 'heart', 'wow'];

/** People who talk, throw danmaku and applaud in one room, through the hub like anybody. */
export class RoomTalk implements Disposable {
  said = 0;
  refused = 0;

  private constructor(
    private readonly speakers: readonly LoadSocket[],
    private readonly topic: string,
  ) {}

  static async gather(url: string, topic: string, count: number): Promise<RoomTalk> {
    const speakers: LoadSocket[] = [];
    for (let index = 0; index < count; index += 1) {
      const socket = await LoadSocket.connect({ url, ticket: await aTicket(url, `Guest ${index + 1}`) });
      await socket.ask('topic.join', { topic, mode: 'state', keys: [] });
      speakers.push(socket);
    }
    return new RoomTalk(speakers, topic);
  }

  async go({ chat, danmaku, reactions: applause }: RoomPace, seconds: number): Promise<void> {
    await Promise.all([
      inBeats(chat * seconds, chat, (index) => this.say('chat', index)),
      inBeats(danmaku * seconds, danmaku, (index) => this.say('danmaku', index)),
      inBeats(applause * seconds, applause, (index) => this.applaud(index)),
    ]);
  }

  private say(kind: 'chat' | 'danmaku', index: number): void {
    const text = `${lines[index % lines.length]} ${index}`;
    void this.speaker(index)
      .ask<SentMessage>('message.send', { id: uuidV7(), topic: this.topic, kind, text })
      .then((ack) => (ack?.ok ? (this.said += 1) : (this.refused += 1)));
  }

  private applaud(index: number): void {
    void this.speaker(index).ask('reaction.add', { topic: this.topic, name: reactions[index % reactions.length], count: 1 });
  }

  private speaker(index: number): LoadSocket {
    const speaker = this.speakers[index % this.speakers.length];
    if (!speaker) throw new Error('nobody speaks');
    return speaker;
  }

  [Symbol.dispose](): void {
    for (const socket of this.speakers) socket.close();
  }
}
