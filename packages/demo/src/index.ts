export { carriedTopics, type CarriedByRoom } from './carried-topics.js';
export { loadClips, type Clip, type ClipShelf, type Rendition } from './clips.js';
export {
  type DemoActivity,
  type DemoCampaign,
  type DemoCollective,
  type DemoOrganization,
  type DemoRegion,
  type Source,
} from './demo-campaign.js';
export { type DemoChannel, type DemoProgramme, type TemplateSession } from './demo-programme.js';
export { doubleBehaviours, type DoubleBehaviour, isBehaviour } from './doubles.js';
export { loadDemoData, loadRegions, type DemoData } from './load-demo-data.js';
export { answerOrigin, openDemoOrigin, type Origin, type OriginAnswer } from './origin.js';
export { layProgramme, sessionOnAir, type LaidSession } from './programme.js';
export { roundTheClockChannels, type RoundTheClockChannel } from './round-the-clock.js';
export { serveOrigin, type Now } from './serve-origin.js';
export { nextShanghaiMidnight, shanghaiDay, shanghaiMidnight, type CalendarDay } from './shanghai-day.js';
export { demoVisitorNames, startVisitors, type VisitorsOptions } from './visitors.js';
