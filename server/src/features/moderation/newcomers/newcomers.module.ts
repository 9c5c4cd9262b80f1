import { Module } from '@nestjs/common';
import { DeviceNames } from './device-names.js';
import { DevicesRepository } from './devices.repository.js';
import { MarksRepository } from './marks.repository.js';
import { NameChanges } from './name-changes.js';
import { NewcomersService } from './newcomers.service.js';
import { SaltsRepository } from './salts.repository.js';

/** Owns what is remembered of where banned people came from and of who used one browser. Accounts ask it about each new guest, and tell it of new names. */
@Module({
  providers: [DeviceNames, DevicesRepository, MarksRepository, NameChanges, NewcomersService, SaltsRepository],
  exports: [DeviceNames, NameChanges, NewcomersService],
})
export class NewcomersModule {}
