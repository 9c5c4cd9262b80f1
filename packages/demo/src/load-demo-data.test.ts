import { describe, expect, test } from 'vitest';
import { loadDemoData } from './load-demo-data.js';
import { roundTheClockChannels } from './round-the-clock.js';

const data = loadDemoData();
const keysOf = (things: readonly { key: string }[]) => new Set(things.map(({ key }) => key));

describe('the demo campaign', () => {
  test('is whole', () => {
    const { regions, organizations, collectives, campaigns, activities, programme, terms, phrases } = data;
    expect({
      regions: regions.length,
      organizations: organizations.length,
      collectives: collectives.length,
      campaigns: campaigns.length,
      activities: activities.length,
      channels: programme.channels.length,
      sessions: programme.channels.flatMap(({ sessions }) => sessions).length,
      quiz: programme.quiz.length,
      terms: terms.length,
      phrases: phrases.length,
    }).toEqual({
      regions: 156,
      organizations: 197,
      collectives: 39,
      campaigns: 6,
      activities: 132,
      channels: 49,
      sessions: 260,
      quiz: 80,
      terms: 400,
      phrases: 152,
    });
  });

  test('names nothing that it does not have', () => {
    const regions = keysOf(data.regions);
    const parties = keysOf([...data.organizations, ...data.collectives]);
    const campaigns = keysOf(data.campaigns);
    const activities = keysOf(data.activities);
    const channels = [...data.programme.channels, ...roundTheClockChannels];

    const missing = [
      ...data.regions.flatMap(({ parent }) => (parent !== null && !regions.has(parent) ? [parent] : [])),
      ...data.organizations.flatMap(({ region }) => (regions.has(region) ? [] : [region])),
      ...data.campaigns.flatMap(({ parent, region }) => [
        ...(parent !== null && !campaigns.has(parent) ? [parent] : []),
        ...(regions.has(region) ? [] : [region]),
      ]),
      ...data.activities.flatMap(({ campaign }) => (campaigns.has(campaign) ? [] : [campaign])),
      ...data.activities
        .flatMap(({ hosts, undertakers }) => [...hosts, ...undertakers].map((party) => ('org' in party ? party.org : party.collective)))
        .filter((party) => !parties.has(party)),
      ...channels.flatMap(({ region, campaign, activity, host }) => [
        ...(regions.has(region) ? [] : [region]),
        ...(campaigns.has(campaign) ? [] : [campaign]),
        ...(activities.has(activity) ? [] : [activity]),
        ...(parties.has(host) ? [] : [host]),
      ]),
    ];

    expect(missing).toEqual([]);
  });

  test('has no two channels of one slug, the round-the-clock ones included', () => {
    const slugs = [...data.programme.channels, ...roundTheClockChannels].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(52);
  });

  test('keeps the right answers of the quiz among the options', () => {
    const wrong = data.programme.quiz.filter(
      ({ answer, options }) => answer.length === 0 || answer.some((key) => !keysOf(options).has(key)),
    );
    expect(wrong).toEqual([]);
  });
});
