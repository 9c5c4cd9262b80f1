import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import {
  ImportedLists,
  ImportLists,
  ListsChanged,
  ReplayedTopic,
  ScreeningCategory,
  ScreeningPhrase,
  ScreeningPhrases,
  ScreeningTerm,
  ScreeningTerms,
  TopicName,
} from '@yunhui/contracts';
import { z } from 'zod';
import { Answers } from '../../../platform/api-docs/index.js';
import { Allow, CurrentViewer, type Viewer } from '../../../platform/auth/index.js';
import { ListsService } from './lists.service.js';
import { ReplayService } from './replay.service.js';

const Page = z.object({
  cursor: z.string().max(64).optional(),
  q: z.string().trim().max(64).optional(),
  category: ScreeningCategory.optional(),
});
type Page = z.infer<typeof Page>;
const Replayed = z.object({ topic: TopicName, before: z.coerce.number().int().min(1).optional() });

/** The lists that screening judges by. The service asks for a grant over the whole country: they hold everywhere. */
@Controller('api/v1/moderation/lists')
export class ListsController {
  constructor(
    private readonly lists: ListsService,
    private readonly replays: ReplayService,
  ) {}

  @Get('terms')
  @Allow('read', 'Lists')
  @Answers(ScreeningTerms)
  terms(@CurrentViewer() viewer: Viewer, @Query({ schema: Page }) page: Page): Promise<ScreeningTerms> {
    return this.lists.terms(viewer, page);
  }

  @Post('terms')
  @Allow('edit', 'Lists')
  @HttpCode(200)
  @Answers(ListsChanged)
  keepTerm(@CurrentViewer() viewer: Viewer, @Body({ schema: ScreeningTerm }) term: ScreeningTerm): Promise<ListsChanged> {
    return this.lists.keepTerm(viewer, term);
  }

  @Delete('terms/:id')
  @Allow('edit', 'Lists')
  @Answers(ListsChanged)
  dropTerm(@CurrentViewer() viewer: Viewer, @Param('id') id: string): Promise<ListsChanged> {
    return this.lists.dropTerm(viewer, id);
  }

  @Get('allow')
  @Allow('read', 'Lists')
  @Answers(ScreeningPhrases)
  phrases(@CurrentViewer() viewer: Viewer, @Query({ schema: Page }) page: Page): Promise<ScreeningPhrases> {
    return this.lists.phrases(viewer, page);
  }

  @Post('allow')
  @Allow('edit', 'Lists')
  @HttpCode(200)
  @Answers(ListsChanged)
  keepPhrase(@CurrentViewer() viewer: Viewer, @Body({ schema: ScreeningPhrase }) { phrase }: ScreeningPhrase): Promise<ListsChanged> {
    return this.lists.keepPhrase(viewer, phrase);
  }

  @Delete('allow/:phrase')
  @Allow('edit', 'Lists')
  @Answers(ListsChanged)
  dropPhrase(@CurrentViewer() viewer: Viewer, @Param('phrase') phrase: string): Promise<ListsChanged> {
    return this.lists.dropPhrase(viewer, phrase);
  }

  /** A dry run unless the body says otherwise. */
  @Post('import')
  @Allow('edit', 'Lists')
  @HttpCode(200)
  @Answers(ImportedLists)
  import(@CurrentViewer() viewer: Viewer, @Body({ schema: ImportLists }) asked: ImportLists): Promise<ImportedLists> {
    return this.lists.import(viewer, asked);
  }

  /** What the lists would do now with what was said before. */
  @Get('replay')
  @Allow('read', 'Lists')
  @Answers(ReplayedTopic)
  replay(
    @CurrentViewer() viewer: Viewer,
    @Query({ schema: Replayed }) { topic, before }: z.infer<typeof Replayed>,
  ): Promise<ReplayedTopic> {
    return this.replays.of(viewer, topic, before);
  }
}
