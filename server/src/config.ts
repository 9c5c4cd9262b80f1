import { availableParallelism } from 'node:os';
import { UnattendedWay } from '@yunhui/contracts';
import { z } from 'zod';

const onOff = z.enum(['on', 'off']);
const count = (low: number, high: number) => z.coerce.number().int().min(low).max(high);
const clockTimes = /^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/;
const ways = z
  .string()
  .transform((list) => list.split(',').map((way) => way.trim()))
  .pipe(z.array(UnattendedWay));
const loopback = new Set(['127.0.0.1', 'localhost', '::1']);

/** Every setting of the hub, by environment. `.env.example` is made from this object: describe what a setting is for. */
export const Settings = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('production').describe('development turns on readable logs'),
  HOST: z.string().min(1).default('127.0.0.1').describe('the address to listen on'),
  PORT: count(1, 65_535).default(3000).describe('the port to listen on'),
  PROCESS: z.enum(['all', 'web', 'worker']).default('all').describe('what this process does: web answers people, worker does jobs'),
  DATA_DIR: z.string().min(1).default('data').describe('where the embedded store, its Redis and backups live'),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/ })
    .optional()
    .describe('PostgreSQL ≥ 15; set together with REDIS_URL, or neither: embedded'),
  REDIS_URL: z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim()))
    .pipe(z.array(z.url({ protocol: /^(rediss?|redis\+unix|unix)$/ })).min(1))
    .optional()
    .describe('Redis or Valkey ≥ 7; set together with DATABASE_URL; of a Cluster some addresses, comma-separated'),
  REDIS_CLUSTER: onOff.default('off').describe('on when REDIS_URL names nodes of a Redis Cluster'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('the address people type; https makes the cookie Secure'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine((url) => !/%(?![\da-f]{2})/i.test(url), 'a % in it is written %25')
    .optional()
    .describe(
      'the mail server, smtp://user:password@host:587 (a password goes over TLS alone) or smtps://…; set together with MAIL_FROM, or neither: no mail is sent',
    ),
  MAIL_FROM: z
    .string()
    .regex(/^(?:[^<>"\r\n]{1,80} <[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/)
    .optional()
    .describe('who mail is from: noreply@example.org, or a name and <noreply@example.org>'),
  LIST_KEYS: z
    .string()
    .transform((list) => list.split(',').map((key) => key.trim()))
    .pipe(z.array(z.string().regex(/^[A-Za-z0-9_-]{43}$/, 'each is 32 bytes as base64url, without =')).min(1))
    .optional()
    .describe(
      'what seals the lists of people, comma-separated, the newest first (openssl rand 32 | basenc --base64url | tr -d =); without, their key is in the store beside them',
    ),
  OIDC_ISSUER: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'who signs people in besides (OpenID Connect), by its issuer’s address, also one in the own network; set with OIDC_CLIENT_ID and OIDC_CLIENT_SECRET, or none; it sends people back to PUBLIC_URL/sign-in/back',
    ),
  OIDC_CLIENT_ID: z.string().min(1).optional().describe('what that provider knows this hub as'),
  OIDC_CLIENT_SECRET: z.string().min(1).optional().describe('the secret it gave this hub'),
  OIDC_NAME: z.string().trim().min(1).max(40).optional().describe('what the button to it is called'),
  PHONE_VERIFIER_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'who sends people codes: {phone, code} is posted there, signed as webhooks are; set together with PHONE_VERIFIER_SECRET, or neither: nobody signs in by phone',
    ),
  PHONE_VERIFIER_SECRET: z
    .string()
    .regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/)
    .optional()
    .describe('what those posts are signed with: whsec_ and at least 24 bytes in base64'),
  TRUSTED_PROXIES: z.string().optional().describe('addresses or CIDR ranges, comma-separated, whose X-Forwarded-For is believed'),
  DEMO: onOff.optional().describe('the demo campaign; on in embedded mode, off with a database of your own'),
  DEMO_VISITORS: onOff.default('on').describe('sample visitors who talk in the demo’s live rooms'),
  DEMO_PASSWORD: z.string().min(8).optional().describe('one password for all demo accounts, instead of one made for each'),
  OPERATOR_LINK: onOff
    .default('off')
    .describe('on: this start says a link by which somebody operates the whole, although somebody does: for when nobody can sign in'),
  DUTY_PLAN: onOff
    .optional()
    .describe('rooms without a moderator on duty become 无人值守; on, but off with the demo, where nobody sits at the desk'),
  UNATTENDED_AFTER_MINUTES: count(1, 1_440).default(5).describe('so long nobody may be on duty before that'),
  UNATTENDED_MODE: ways
    .prefault('risky-held,links-off,new-guests-held')
    .describe(`what is asked of such rooms, comma-separated: ${UnattendedWay.options.join(', ')}`),
  UNATTENDED_NIGHT_MODE: ways.prefault('emoji-only').describe('what is asked of them besides by night'),
  UNATTENDED_NIGHT: z
    .string()
    .regex(clockTimes)
    .default('23:00-07:00')
    .describe('when it is night, in Asia/Shanghai; the same time twice: never'),
  VISIBLE_BUDGET: count(0, 10_000).default(20).describe('messages shown per second and topic; 0 shows all'),
  RATE_LIMITS: onOff.default('on').describe('off only when HOST is loopback'),
  CLOCK_AT: z.iso.datetime({ offset: true }).optional().describe('starts the hub’s clock at this moment; only when HOST is loopback'),
  OUTBOUND_LOOPBACK: onOff.default('off').describe('lets stream links point at this machine; only when HOST is loopback'),
  PROBE_INTERVAL_MS: count(1_000, 600_000)
    .default(2_700)
    .describe('how often a live link that can be watched now is looked at; a change is on the tiles within five seconds below 3000'),
  STILLS: onOff
    .default('on')
    .describe('small pictures of what is live, taken by workers whose machine has ffmpeg; without them plates stand'),
  FFMPEG: z.string().min(1).default('ffmpeg').describe('ffmpeg’s path, or its name on PATH'),
  METRICS_TOKEN: z.string().min(16).optional().describe('a bearer for /metrics from elsewhere than loopback'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info').describe('how much is logged'),
  TEST_HOOKS: onOff.default('off').describe('lets tests stop the hub at given moments; only when HOST is loopback'),
});

/** PATH is the system's setting, not one of ours. */
export const Config = Settings.extend({ PATH: z.string().default('') })
  .superRefine((env, context) => {
    const refuse = (path: keyof typeof env, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (!env.DATABASE_URL !== !env.REDIS_URL)
      refuse(env.DATABASE_URL ? 'REDIS_URL' : 'DATABASE_URL', 'DATABASE_URL and REDIS_URL are set both or neither');
    if (!env.SMTP_URL !== !env.MAIL_FROM) refuse(env.SMTP_URL ? 'MAIL_FROM' : 'SMTP_URL', 'SMTP_URL and MAIL_FROM are set both or neither');
    if (env.SMTP_URL && !env.PUBLIC_URL && !loopback.has(env.HOST)) refuse('PUBLIC_URL', 'mail carries links: set it with SMTP_URL');
    const provider = [env.OIDC_ISSUER, env.OIDC_CLIENT_ID, env.OIDC_CLIENT_SECRET];
    if (provider.some(Boolean) && !provider.every(Boolean))
      refuse('OIDC_ISSUER', 'OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET are set all or none');
    if (env.OIDC_NAME && !env.OIDC_ISSUER) refuse('OIDC_NAME', 'is the name of a provider: set it with OIDC_ISSUER');
    if (env.OIDC_ISSUER && !env.PUBLIC_URL && !loopback.has(env.HOST))
      refuse('PUBLIC_URL', 'a provider sends people back: set it with OIDC_ISSUER');
    if (env.OIDC_ISSUER && /[?#]/.test(env.OIDC_ISSUER)) refuse('OIDC_ISSUER', 'an issuer has neither query nor fragment');
    if (!env.PHONE_VERIFIER_URL !== !env.PHONE_VERIFIER_SECRET)
      refuse(
        env.PHONE_VERIFIER_URL ? 'PHONE_VERIFIER_SECRET' : 'PHONE_VERIFIER_URL',
        'PHONE_VERIFIER_URL and PHONE_VERIFIER_SECRET are set both or neither',
      );
    for (const name of ['OIDC_ISSUER', 'PHONE_VERIFIER_URL'] as const)
      if (!isPrivateWay(env[name])) refuse(name, 'must be https, unless it stands on this machine');
    if (env.REDIS_CLUSTER === 'off' && env.REDIS_URL && env.REDIS_URL.length > 1)
      refuse('REDIS_URL', 'several addresses are those of a Cluster: set REDIS_CLUSTER=on');
    if (!env.DATABASE_URL && env.PROCESS !== 'all') refuse('PROCESS', 'only all works on the embedded store');
    if (loopback.has(env.HOST)) return;
    if (env.RATE_LIMITS === 'off') refuse('RATE_LIMITS', 'may be off only when HOST is loopback');
    if (env.CLOCK_AT) refuse('CLOCK_AT', 'is accepted only when HOST is loopback');
    if (env.OUTBOUND_LOOPBACK === 'on') refuse('OUTBOUND_LOOPBACK', 'is accepted only when HOST is loopback');
    if (env.TEST_HOOKS === 'on') refuse('TEST_HOOKS', 'is accepted only when HOST is loopback');
    if (env.DATABASE_URL && env.DEMO === 'on') refuse('DEMO', 'demo accounts are refused in production unless HOST is loopback');
  })
  .transform((env) => ({
    ...env,
    embedded: !env.DATABASE_URL,
    redisAddress: env.REDIS_URL && { urls: env.REDIS_URL, isCluster: env.REDIS_CLUSTER === 'on' },
    onLoopback: loopback.has(env.HOST),
    DEMO: env.DEMO ?? (env.DATABASE_URL ? 'off' : 'on'),
    DUTY_PLAN: env.DUTY_PLAN ?? ((env.DEMO ?? (env.DATABASE_URL ? 'off' : 'on')) === 'on' ? 'off' : 'on'),
    unattended: { ways: env.UNATTENDED_MODE, nightWays: env.UNATTENDED_NIGHT_MODE, night: nightOf(env.UNATTENDED_NIGHT) },
    provider: providerOf(env),
    verifier:
      env.PHONE_VERIFIER_URL && env.PHONE_VERIFIER_SECRET ? { url: env.PHONE_VERIFIER_URL, secret: env.PHONE_VERIFIER_SECRET } : undefined,
    cores: availableParallelism(),
  }))
  .readonly();
export type Config = z.infer<typeof Config>;

/** Whether nobody on the way can read along: what is not https stays on this machine. */
function isPrivateWay(address: string | undefined): boolean {
  const url = address === undefined ? undefined : URL.parse(address);
  return !url || url.protocol === 'https:' || loopback.has(url.hostname.replace(/^\[|\]$/g, ''));
}

/** Who signs people in besides, when all of it is set. */
function providerOf({
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: clientId,
  OIDC_CLIENT_SECRET: secret,
  OIDC_NAME: name,
}: z.infer<typeof Settings>) {
  return issuer && clientId && secret ? { issuer, clientId, secret, name } : undefined;
}

/** `23:00-07:00` in minutes after midnight. */
function nightOf(times: string): { from: number; to: number } {
  const [from = 0, to = 0] = times.split('-').map((time) => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return hours * 60 + minutes;
  });
  return { from, to };
}

/** Nest's token for the configuration: `@Inject(CONFIG) config: Config`. */
export const CONFIG = Symbol('Config');

/** Where the hub answers on its own machine; what the world calls it is PUBLIC_URL. */
export function addressOf({ HOST, PORT }: Pick<Config, 'HOST' | 'PORT'>): string {
  return `http://${HOST.includes(':') ? `[${HOST}]` : HOST}:${PORT}`;
}

/** Reads the environment once, at start. Reports every problem at the same time, never a value. An empty setting counts as absent. */
export function loadConfig(env: Record<string, string | undefined> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Config.safeParse(given);
  if (parsed.success) return Object.freeze(parsed.data);
  const problems = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`);
  throw new ConfigError(`The environment is not usable:\n${problems.join('\n')}`);
}

/** Settings that cannot be used; the message is for the person who starts the hub. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
