export { CutBook } from './cuts/cut-book.js';
export { channelCut, type CutAct, type NewAct } from './cuts/cut.rules.js';
export { CutsRepository } from './cuts/cuts.repository.js';
export { CutsStore } from './cuts/cuts.store.js';
export { CutWords } from './cuts/cut-words.js';
export { PictureSource } from './pictures/picture-source.js';
export { type PictureTurn, PictureTurns } from './pictures/picture-turns.repository.js';
export { StreamsModule } from './streams.module.js';
export { type LinkFacts, noLinks, type PlannedLink, StreamsService } from './streams.service.js';
