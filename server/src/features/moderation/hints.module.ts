import { Module } from '@nestjs/common';
import { QueueHints } from './queue-hints.js';

/** What moderators' cockpits are hinted at, whoever does it. */
@Module({ providers: [QueueHints], exports: [QueueHints] })
export class HintsModule {}
