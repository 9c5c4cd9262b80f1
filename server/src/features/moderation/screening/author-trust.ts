import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { User } from '@yunhui/contracts';
import { applicantScope } from '@yunhui/domain';
import { type Trust, trustOf } from '@yunhui/screening';
import { gather, WarmTopics } from '../../../platform/realtime/index.js';
import { AuthorsRepository, type KnownAuthor } from './authors.repository.js';

type Kept = { known: KnownAuthor; readAt: number; isReading: boolean };

const freshForMs = 60_000;
const most = { authors: 20_000, together: 200 };
const gatherMs = 5;

/**
 * How far authors are trusted. What is known of one is read with others' at their first word and again each minute while they
 * speak, beside their words and not before them: a message hardly ever waits for it. A retraction is heard at once.
 */
@Injectable()
export class AuthorTrust implements OnModuleInit {
  private readonly kept = new Map<string, Kept>();
  private readonly ask = gather(gatherMs, most.together, (ids: string[]) => this.authors.known(ids));

  constructor(
    private readonly authors: AuthorsRepository,
    private readonly warm: WarmTopics,
  ) {}

  onModuleInit(): void {
    this.warm.onSettled(({ author, message }) => {
      if (message.status === 'retracted') this.kept.delete(author);
    });
  }

  async of(user: User): Promise<Trust> {
    const kept = this.kept.get(user.id) ?? (await this.read(user.id));
    if (performance.now() - kept.readAt > freshForMs && !kept.isReading) this.readAgain(user.id, kept);
    return trustNow(kept, user);
  }

  private async read(id: string): Promise<Kept> {
    const kept = { known: await this.ask(id), readAt: performance.now(), isReading: false };
    this.kept.delete(id);
    this.kept.set(id, kept);
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= most.authors) break;
      this.kept.delete(oldest);
    }
    return kept;
  }

  /** A store that is away leaves what was known: nobody is trusted more for it than a minute before. */
  private readAgain(id: string, kept: Kept): void {
    kept.isReading = true;
    this.read(id).catch(() => (kept.isReading = false));
  }
}

/** An account that speaks for an organization has a host's grant. */
function trustNow({ known, readAt }: Kept, { grants }: User): Trust {
  const { sinceMs, retractedMs, ...counts } = known;
  const now = performance.now();
  return trustOf(
    {
      ...counts,
      firstSeenAt: readAt - sinceMs,
      isVerifiedOrganization: grants.some(({ role, region }) => role === 'host' && region !== applicantScope),
      ...(retractedMs !== undefined && { retractedAt: readAt - retractedMs }),
    },
    now,
  );
}
