import { Module } from '@nestjs/common';
import { MarksRepository } from './marks.repository.js';
import { NewcomersService } from './newcomers.service.js';

/** Owns what is remembered of where banned people came from. Accounts ask it about each new guest. */
@Module({ providers: [MarksRepository, NewcomersService], exports: [NewcomersService] })
export class NewcomersModule {}
