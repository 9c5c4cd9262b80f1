import type { Author, MessageKind, QueueItem } from '@yunhui/contracts';
import type { Review } from '../screening/judgement.rules.js';

/** A held message as the store keeps it, with the names of its author and of whoever decided it. Times in ms. */
export type ItemRow = {
  id: string;
  version: number;
  topic: string;
  body: { message: { kind: MessageKind; text: string; author: Author } };
  why: string;
  state: QueueItem['state'];
  scope: string | null;
  region: string | null;
  review: Review | null;
  burst: string | null;
  masked: boolean;
  rule: string | null;
  sent_ms: number;
  due_ms: number | null;
  expires_ms: number | null;
  settled_ms: number | null;
  undone: boolean;
  author_id: string;
  author_kind: 'guest' | 'account' | null;
  since_ms: number | null;
  author_grants: { role: NonNullable<Author['role']>; region: string }[];
  decided_by: string | null;
  decider: string | null;
  size: number;
  worst: number;
  /** Of a page: what the cursor goes by. */
  score?: number;
  sent_us?: number;
};
