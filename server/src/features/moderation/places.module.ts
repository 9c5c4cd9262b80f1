import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { TopicPlaces } from './topic-places.js';

/** Where conversations belong: read once, for all who ask. */
@Module({ imports: [ChannelsModule], providers: [TopicPlaces], exports: [TopicPlaces] })
export class PlacesModule {}
