import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Announce, Announced } from '@yunhui/contracts';
import { Audit } from '../../../platform/audit/index.js';
import type { Viewer } from '../../../platform/auth/index.js';
import { HubError } from '../../../platform/hub-error.js';
import { EntryLog, LogRepository, Pins } from '../../../platform/realtime/index.js';
import { keptWords } from '../../moderation/index.js';
import { SpeakerRoles } from '../speaker-roles.js';
import { authorOf } from '../topics.rules.js';
import { HostsOfTopics } from './hosts-of-topics.js';

/** What hosts and staff do in a conversation besides speaking. Each act is an entry that no mode refuses, and an audit row. */
@Injectable()
export class HostingService {
  constructor(
    private readonly hosts: HostsOfTopics,
    private readonly roles: SpeakerRoles,
    private readonly log: EntryLog,
    private readonly entries: LogRepository,
    private readonly pins: Pins,
    private readonly audit: Audit,
  ) {}

  /** Announces, once for one id: a retry is answered by what was announced. */
  async announce(viewer: Viewer, name: string, { id = randomUUID(), text }: Announce): Promise<Announced> {
    const { speaker, topic } = await this.hosts.require(viewer, 'announce', name);
    const kept = keptWords(text);
    if (!kept.ok) throw new HubError(`message.${kept.reason}`, { field: 'text' });
    const known = await this.entries.announcement(topic, id);
    if (known) return { id, ...known };

    // Staff have a role in its region; whoever else may announce is its own host.
    const author = authorOf(speaker.user, (await this.roles.of(speaker, topic)) ?? 'host');
    const body = { text: kept.text, author, fallback: kept.text };
    return this.log.decide(async (tx, append) => {
      await this.audit.record(tx, { who: speaker.user.id, act: 'topic.announced', subject: topic, difference: { id, text: kept.text } });
      const [said] = await append([{ id, topic, author: speaker.user.id, kind: 'announcement', body, priority: true }]);
      if (said?.seq === undefined) throw new HubError('message.id-taken', { field: 'id' });
      return { id, seq: said.seq, at: said.at };
    });
  }

  /** Pins a message in place of the one that was; asked twice it changes nothing more. */
  async pin(viewer: Viewer, name: string, seq: number): Promise<void> {
    const { speaker, topic } = await this.hosts.require(viewer, 'pin', name);
    const who = speaker.user.id;
    const outcome = await this.pins.pin({ topic, seq, actor: who }, (tx) =>
      this.audit.record(tx, { who, act: 'message.pinned', subject: topic, difference: { seq } }),
    );
    if (outcome === 'unknown') throw new HubError('message.unknown', { field: 'seq' });
  }

  /** Takes a pin away. One that is gone already is no mistake. */
  async unpin(viewer: Viewer, name: string, seq: number): Promise<void> {
    const { speaker, topic } = await this.hosts.require(viewer, 'pin', name);
    const who = speaker.user.id;
    await this.pins.unpin({ topic, seq, actor: who }, (tx) =>
      this.audit.record(tx, { who, act: 'message.unpinned', subject: topic, difference: { seq } }),
    );
  }
}
