import { Link, useParams } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import { homeCampaign } from '../platform/home-campaign.js';

/** The campaign of the page one is on. */
export function useCampaignSlug(): string {
  return useParams({ strict: false, select: ({ campaign }) => campaign }) ?? homeCampaign();
}

/** The address of a page within a campaign: `/matrix` of the home campaign, `/c/{slug}/matrix` of another. */
export function inCampaign(campaign: string, path: `/${string}`): string {
  if (campaign === homeCampaign()) return path;
  return path === '/' ? `/c/${campaign}` : `/c/${campaign}${path}`;
}

/** A link to a page of the campaign one is in. */
export function CampaignLink({
  to,
  ...rest
}: Omit<ComponentProps<'a'>, 'href'> & { to: `/${string}`; search?: Record<string, string>; activeOptions?: { exact: boolean } }) {
  const campaign = useCampaignSlug();
  return <Link {...rest} to={inCampaign(campaign, to)} />;
}
