/** The track in the wanted language, or in another form of it (zh for zh-CN), or the first. */
export function trackFor<Track extends { language: string }>(tracks: readonly Track[], wanted: string): Track | undefined {
  const base = (language: string) => language.split('-')[0];
  return tracks.find(({ language }) => language === wanted) ?? tracks.find(({ language }) => base(language) === base(wanted)) ?? tracks[0];
}
