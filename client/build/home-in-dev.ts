import type { Plugin } from 'vite';

/** The hub writes the home campaign into its pages; Vite’s own page asks the hub for it. */
export function homeInDev(hub: string): Plugin {
  return {
    name: 'home-in-dev',
    apply: 'serve',
    transformIndexHtml: async (html) => {
      const answer = await fetch(`${hub}/api/v1/campaigns`).catch(() => undefined);
      const { items = [] } = answer?.ok ? ((await answer.json()) as { items?: { slug: string }[] }) : {};
      return items[0] ? html.replace('<html ', `<html data-home="${items[0].slug}" `) : html;
    },
  };
}
