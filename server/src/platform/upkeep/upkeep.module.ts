import { Module } from '@nestjs/common';
import { StoreUpkeep } from './store-upkeep.js';

/** Owns what keeps the embedded store small and safe. Nobody calls it. */
@Module({ providers: [StoreUpkeep] })
export class UpkeepModule {}
