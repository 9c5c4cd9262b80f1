/** What a sign-in is known by, as its browser calls itself. Names of products are the same in every language. */
type Device = { app?: string; system?: string; isWeChat: boolean };

/** The first that fits counts: others call themselves Chrome and Safari too. */
const apps: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger\//, 'WeChat'],
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/QQBrowser\//, 'QQ Browser'],
  [/(?:Chrome|CriOS)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
];

/** Reads a `User-Agent` for a list that its owner reads: which of my devices is it. */
export function deviceFrom(userAgent: string): Device {
  const named = (names: typeof apps): string | undefined => names.find(([pattern]) => pattern.test(userAgent))?.[1];
  const [app, system] = [named(apps), named(systems)];
  return { isWeChat: app === 'WeChat', ...(app && { app }), ...(system && { system }) };
}
