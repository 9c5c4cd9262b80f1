import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DemoActivity, DemoCampaign, DemoCollective, DemoOrganization, DemoRegion } from './demo-campaign.js';
import { DemoProgramme } from './demo-programme.js';
import { DemoPhrase, DemoTerm } from './demo-lists.js';

const RegionsFile = z.object({ regions: z.array(DemoRegion) });
const OrganizationsFile = z.object({ organizations: z.array(DemoOrganization), collectives: z.array(DemoCollective) });
const CampaignsFile = z.object({ campaigns: z.array(DemoCampaign) });
const ActivitiesFile = z.object({ activities: z.array(DemoActivity) });

/** The demo campaign whole: facts of the four notices, and the sample programme. */
export type DemoData = {
  readonly regions: readonly DemoRegion[];
  readonly organizations: readonly DemoOrganization[];
  readonly collectives: readonly DemoCollective[];
  readonly campaigns: readonly DemoCampaign[];
  readonly activities: readonly DemoActivity[];
  readonly programme: DemoProgramme;
  /** What screening looks for in the demo, and the phrases in which that means no harm. */
  readonly terms: readonly DemoTerm[];
  readonly phrases: readonly DemoPhrase[];
};

let loaded: DemoData | undefined;

/**
 * Reads the package's `data/` folder, once a process, and checks its shapes: a file that was edited
 * wrongly stops the start with the path of the first wrong part instead of a broken lobby later.
 */
export function loadDemoData(): DemoData {
  loaded ??= {
    regions: loadRegions(),
    ...read('organizations.json', OrganizationsFile),
    ...read('campaigns.json', CampaignsFile),
    ...read('activities.json', ActivitiesFile),
    programme: read('demo-programme.json', DemoProgramme),
    terms: read('screening/terms.json', z.array(DemoTerm)),
    phrases: read('screening/allow.json', z.array(DemoPhrase)),
  };
  return loaded;
}

/** The country's regions as far as the notices name them: true of every hub, demo or not. */
export const loadRegions = (): readonly DemoRegion[] => read('regions.json', RegionsFile).regions;

/** Sources and compiled files lie equally deep below the package, so one relative address serves both. */
function read<Shape extends z.ZodType>(file: string, shape: Shape): z.infer<Shape> {
  return shape.parse(JSON.parse(readFileSync(new URL(`../data/${file}`, import.meta.url), 'utf8')));
}
