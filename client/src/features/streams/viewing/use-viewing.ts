import type { LinkTrouble, StreamLink } from '@yunhui/contracts';
import { useEffect, useMemo } from 'react';
import { playerChoices } from '../../../platform/player-choices.js';
import { realtimeIfOpen } from '../../../platform/realtime.js';
import {
  afterAsking,
  afterMove,
  afterStanding,
  afterTrouble,
  type LinkStory,
  noStories,
  reportSince,
  type Stories,
  tellsAfterMs,
  type Told,
} from './viewing.rules.js';

/** What the player notes of its links. */
export type ViewingNotes = {
  asked: (link: StreamLink) => void;
  moves: (link: StreamLink) => void;
  stands: (link: StreamLink) => void;
  failed: (link: StreamLink, trouble: LinkTrouble) => void;
};

export type Viewing = ViewingNotes & { storyOf: (link: StreamLink) => LinkStory | undefined };

/** How the links of a channel play here, and the hub told of it now and then, unless the viewer has switched that off. */
export function useViewing(channel: string): Viewing {
  const diary = useMemo(() => new Diary(channel), [channel]);
  useEffect(() => () => diary.close(), [diary]);
  return diary;
}

class Diary implements Viewing {
  private stories: Stories = noStories;
  private told: Told = { stories: noStories, at: 0 };
  private next: { at: number; timer: ReturnType<typeof setTimeout> } | undefined;

  constructor(private readonly channel: string) {}

  asked = ({ id }: StreamLink): void => void (this.stories = afterAsking(this.stories, id, performance.now()));
  stands = ({ id }: StreamLink): void => void (this.stories = afterStanding(this.stories, id, performance.now()));
  storyOf = ({ id }: StreamLink): LinkStory | undefined => this.stories.get(id);

  moves = ({ id }: StreamLink): void => {
    this.stories = afterMove(this.stories, id, performance.now());
    if (!this.next) this.plan('begins');
  };

  /** A device without a network says nothing about a link. */
  failed = ({ id }: StreamLink, trouble: LinkTrouble): void => {
    if (!navigator.onLine) return;
    this.stories = afterTrouble(this.stories, id, trouble, performance.now());
    this.plan('fails');
  };

  close(): void {
    clearTimeout(this.next?.timer);
    this.next = undefined;
  }

  private plan(why: Parameters<typeof tellsAfterMs>[0]): void {
    const afterMs = tellsAfterMs(why, Math.random());
    const at = performance.now() + afterMs;
    if (this.next && this.next.at <= at) return;
    this.close();
    this.next = { at, timer: setTimeout(() => this.tell(), afterMs) };
  }

  private tell(): void {
    this.close();
    const now = performance.now();
    const links = reportSince(this.told, this.stories, now).slice(0, 8);
    if (links.length === 0) return;
    this.plan('plays');
    const hub = playerChoices().reports ? realtimeIfOpen() : undefined;
    hub?.report({ channel: this.channel, links });
    this.told = { stories: this.stories, at: now };
  }
}
