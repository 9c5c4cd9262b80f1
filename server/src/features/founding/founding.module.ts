import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/index.js';
import { FoundingService } from './founding.service.js';

/** Owns what a hub begins with. Nobody calls it. */
@Module({ imports: [RegionsModule], providers: [FoundingService] })
export class FoundingModule {}
