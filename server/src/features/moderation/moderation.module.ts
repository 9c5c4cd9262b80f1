import { Module } from '@nestjs/common';
import { ModesModule } from './modes/modes.module.js';
import { PeopleModule } from './people.module.js';
import { PlacesModule } from './places.module.js';
import { QueueModule } from './queue/queue.module.js';
import { ScreeningModule } from './screening/screening.module.js';

const parts = [ModesModule, ScreeningModule, QueueModule, PeopleModule, PlacesModule];

/** Moderators in command: how conversations take messages, what judges them, the queue of what is held, and what is done about people. */
@Module({ imports: parts, exports: parts })
export class ModerationModule {}
