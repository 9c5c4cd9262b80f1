import type { campaignKey, CampaignState } from '@yunhui/contracts';
import { useEffect } from 'react';
import { beQuiet } from '../platform/quiet.js';
import { useTopic, useTrackedKeys } from '../platform/realtime.js';
import { useCampaignSlug } from '../ui/campaign-link.js';

/** Written out: the contract's own constant would bring all schemas with it, before the first paint. */
const key: typeof campaignKey = '@campaign';
const keys = [key];

/** Follows what holds for the whole campaign, on every page: 静默 begins everywhere at once. Draws nothing. */
export function QuietWatch() {
  const campaign = useCampaignSlug();
  const topic = `lobby:${campaign}`;
  const view = useTopic(topic, { mode: 'state', keys });
  useTrackedKeys(topic, keys);
  const state = view?.state[key] as CampaignState | undefined;
  const quiet = state?.quiet !== undefined;
  useEffect(() => beQuiet(quiet), [quiet]);
  return null;
}
