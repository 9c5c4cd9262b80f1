import type { CampaignWords, DeskCampaign, DeskCampaigns, OpenCampaign } from '@yunhui/contracts';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { read, replace, write } from '../../platform/http.js';

const key = ['campaign-desk'];

/** Every campaign, with which of them the asker may change. */
export const useCampaignDesk = () =>
  useQuery({ queryKey: key, queryFn: ({ signal }) => read<DeskCampaigns>('/campaign-desk', signal), gcTime: 0 });

/** Opening one, and saying otherwise what it says of itself. */
export function useCampaignActs() {
  const queries = useQueryClient();
  const onSettled = () => Promise.all([key, ['campaign']].map((queryKey) => queries.invalidateQueries({ queryKey })));
  return {
    open: useMutation({ mutationFn: (wanted: OpenCampaign) => write<DeskCampaign>('/campaigns', wanted), onSettled }),
    change: useMutation({
      mutationFn: ({ slug, said }: { slug: string; said: CampaignWords }) => replace<DeskCampaign>(`/campaigns/${slug}`, said),
      onSettled,
    }),
  };
}
