import { Injectable } from '@nestjs/common';
import type { Viewer } from './viewer.js';

/** Looks at somebody who wants to open a socket, and throws when they may not. */
export type Doorkeeper = (viewer: Viewer) => void;

/** Who may come in at all. Features that shut people out stand here; the edge asks before it opens a socket. */
@Injectable()
export class Door {
  private readonly keepers: Doorkeeper[] = [];

  /** From now on this one looks too. It must answer from memory: a rush of handshakes waits for it. */
  post(keeper: Doorkeeper): void {
    this.keepers.push(keeper);
  }

  /** Throws the refusal of the first who says no. */
  admit(viewer: Viewer): void {
    for (const keeper of this.keepers) keeper(viewer);
  }
}
