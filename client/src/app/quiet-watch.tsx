import type { campaignKey, CampaignState } from '@yunhui/contracts';
import { useEffect, useState } from 'react';
import { beQuiet } from '../platform/quiet.js';
import { useTopic, useTrackedKeys } from '../platform/realtime.js';
import { useCampaignSlug } from '../ui/campaign-link.js';

/** So long the page has the network for itself. */
const AFTER_PAINT_MS = 1_000;
/** Written out: the contract's own constant would bring all schemas with it, before the first paint. */
const key: typeof campaignKey = '@campaign';
const keys = [key];

/** Follows what holds for the whole campaign, on every page: 静默 begins everywhere at once. Draws nothing. */
export function QuietWatch() {
  const campaign = useCampaignSlug();
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setPainted(true), AFTER_PAINT_MS);
    return () => clearTimeout(timer);
  }, []);

  const topic = painted ? `lobby:${campaign}` : undefined;
  const view = useTopic(topic, { mode: 'state', keys });
  useTrackedKeys(topic, keys);
  const state = view?.state[key] as CampaignState | undefined;
  const quiet = state?.quiet !== undefined;
  useEffect(() => beQuiet(quiet), [quiet]);
  return null;
}
