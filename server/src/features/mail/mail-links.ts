import { Inject, Injectable } from '@nestjs/common';
import { addressOf, CONFIG, type Config } from '../../config.js';

/** Where the links in letters lead. What is secret in one stands behind its `#`, but in the one that mailboxes follow by themselves. */
@Injectable()
export class MailLinks {
  private readonly origin: string;

  constructor(@Inject(CONFIG) config: Config) {
    this.origin = new URL(config.PUBLIC_URL ?? addressOf(config)).origin;
  }

  toPage(path: string): string {
    return `${this.origin}${path}`;
  }

  toConfirm(token: string): string {
    return `${this.origin}/mail/confirm#${token}`;
  }

  toEnd(ending: string): string {
    return `${this.origin}/mail/end#${ending}`;
  }

  /** RFC 8058: a mailbox posts there when its owner presses its own button. */
  toEndByPost(ending: string): string {
    return `${this.origin}/api/v1/mail/end?token=${ending}`;
  }
}
