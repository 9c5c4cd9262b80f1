import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Everyone } from '../../platform/auth/index.js';
import { PublicResource } from '../../platform/edge/public-resource.js';
import { CalendarsService } from './calendars.service.js';

/** `alarm`: minutes before each start at which the calendar speaks up. */
const CalendarQuery = z.object({ alarm: z.coerce.number().int().min(0).max(1_440).optional() });
type CalendarQuery = z.infer<typeof CalendarQuery>;

const calendar = { maxAgeS: 60, type: 'text/calendar; charset=utf-8' };

@Controller('feeds/:campaign')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  @Get('schedule.ics')
  @Everyone()
  @PublicResource(calendar)
  async all(@Param('campaign') campaign: string, @Query({ schema: CalendarQuery }) { alarm }: CalendarQuery): Promise<string> {
    return this.calendars.of(campaign, {}, alarm);
  }

  @Get('regions/:region/schedule.ics')
  @Everyone()
  @PublicResource(calendar)
  async region(
    @Param('campaign') campaign: string,
    @Param('region') region: string,
    @Query({ schema: CalendarQuery }) { alarm }: CalendarQuery,
  ): Promise<string> {
    return this.calendars.of(campaign, { region }, alarm);
  }

  @Get('channels/:channel/schedule.ics')
  @Everyone()
  @PublicResource(calendar)
  async channel(
    @Param('campaign') campaign: string,
    @Param('channel') channel: string,
    @Query({ schema: CalendarQuery }) { alarm }: CalendarQuery,
  ): Promise<string> {
    return this.calendars.of(campaign, { channel }, alarm);
  }

  /** Fastify's parameters take no dot after them, so the name comes with its ending. */
  @Get('sessions/:file')
  @Everyone()
  @PublicResource(calendar)
  async session(
    @Param('campaign') campaign: string,
    @Param('file') file: string,
    @Query({ schema: CalendarQuery }) { alarm }: CalendarQuery,
  ): Promise<string> {
    return this.calendars.ofSession(campaign, file, alarm);
  }
}
