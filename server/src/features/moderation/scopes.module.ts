import { Module } from '@nestjs/common';
import { RegionsModule } from '../regions/index.js';
import { Scopes } from './scopes.js';

/** Which part of moderators' work somebody may see or do: one answer, for all who ask. */
@Module({ imports: [RegionsModule], providers: [Scopes], exports: [Scopes] })
export class ScopesModule {}
