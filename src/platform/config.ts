import { resolve } from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';
import { ConfigError } from './errors.ts';
import type { CurrencyRates } from './money.ts';
import { type SettingName, settings } from './settings.ts';
import { isTimeZone, parseDuration } from './time.ts';

export { ConfigError };

/** Who may call the API. */
export type AuthSettings = { readonly kind: 'none' } | { readonly kind: 'token'; readonly tokens: readonly string[] };

/** Where the graph is. `uri` null: a local Neo4j, found or started in `dataDir`. */
export interface Neo4jSettings {
  readonly uri: string | null;
  readonly user: string;
  readonly password: string | null;
  readonly database: string;
  /** The rest is for a local Neo4j only: Java heap, Bolt port (0: any), folder of the jars (null: the user cache), JDK. */
  readonly heap: string;
  readonly boltPort: number;
  readonly cacheDir: string | null;
  readonly javaHome: string | null;
}

/** Everything that can be set from outside, checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly neo4j: Neo4jSettings;
  /** Absolute path. */
  readonly dataDir: string;
  readonly currency: string;
  readonly currencyRates: CurrencyRates;
  readonly timeZone: string;
  readonly defaultCountry: string | null;
  readonly identityRules: string | null;
  readonly loyaltyRules: string | null;
  readonly tagRules: string | null;
  readonly auth: AuthSettings;
  readonly logLevel: string;
  readonly queryTimeoutMs: number;
  readonly ruleCostLimit: number;
  readonly lifecycleRules: string | null;
  readonly recommendationRules: string | null;
  readonly lapsedAfterDays: number | null;
  readonly performance: { readonly window: string; readonly share: number };
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|::1|\[::1\])$/i;

const integer = (least: number, most: number, what: string) =>
  z
    .string()
    .regex(/^\d{1,10}$/, what)
    .transform(Number)
    .refine((value) => value >= least && value <= most, what);

const duration = (what: string) =>
  z.string().transform((text, context) => {
    const parsed = parseDuration(text);
    if (parsed !== null && parsed !== 'PT0S') return parsed;
    context.addIssue({ code: 'custom', message: what });
    return z.NEVER;
  });

const checks = {
  PORT: integer(0, 65535, 'must be a port number from 0 to 65535'),
  HOST: z.string(),
  AUTH: z.enum(['none', 'token'], 'must be none or token'),
  API_TOKENS: z.string().transform((text) => text.split(',').map((token) => token.trim())),
  NEO4J_URI: z
    .string()
    .regex(/^(?:neo4j|bolt)(?:\+s|\+ssc)?:\/\/\S+$/, 'must start with neo4j://, neo4j+s://, bolt:// or bolt+s://'),
  NEO4J_USER: z.string(),
  NEO4J_PASSWORD: z.string(),
  NEO4J_DATABASE: z.string(),
  NEO4J_HEAP: z.string().regex(/^[1-9]\d*[mMgG]$/, 'must be a Java memory size such as 700m or 2g'),
  NEO4J_BOLT_PORT: integer(0, 65535, 'must be a port number from 0 to 65535'),
  NEO4J_CACHE_DIR: z.string(),
  JAVA_HOME: z.string(),
  DATA_DIR: z.string(),
  CURRENCY: z.string().regex(/^[A-Z]{3}$/, 'must be an ISO 4217 code such as CNY'),
  CURRENCY_RATES: z.string().transform((text, context): CurrencyRates => {
    const rates: Record<string, string> = {};
    for (const pair of text.split(',')) {
      const match = /^\s*([A-Z]{3})\s*=\s*(\d{1,12}(?:\.\d{1,12})?)\s*$/.exec(pair);
      if (match?.[1] && match[2] && /[1-9]/.test(match[2])) rates[match[1]] = match[2];
      else context.addIssue({ code: 'custom', message: `"${pair}" is not CODE=RATE; write e.g. USD=7.10,EUR=7.80` });
    }
    return rates;
  }),
  TIME_ZONE: z.string().refine(isTimeZone, 'must be an IANA time zone such as Asia/Shanghai'),
  DEFAULT_COUNTRY: z.string().regex(/^[A-Z]{2}$/, 'must be an ISO 3166 code such as CN'),
  IDENTITY_RULES: z.string(),
  LOYALTY_RULES: z.string(),
  TAG_RULES: z.string(),
  LIFECYCLE_RULES: z.string(),
  RECOMMENDATION_RULES: z.string(),
  LAPSED_AFTER_DAYS: integer(1, 36500, 'must be a whole number of days from 1 to 36500'),
  PERFORMANCE_WINDOW: duration('must be an ISO 8601 duration such as P90D'),
  PERFORMANCE_SHARE: z
    .string()
    .regex(/^\d(?:\.\d+)?$/, 'must be a number from 0 to 0.5')
    .transform(Number)
    .refine((share) => share <= 0.5, 'must be a number from 0 to 0.5'),
  QUERY_TIMEOUT: duration('must be an ISO 8601 duration such as PT30S'),
  RULE_COST_LIMIT: integer(1, 9_999_999_999, 'must be a whole number from 1 to 9999999999'),
  LOG_LEVEL: z.enum(
    ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
    'must be trace, debug, info, warn, error, fatal or silent',
  ),
} satisfies Record<SettingName, z.ZodType>;

type Value<Name extends SettingName> = z.output<(typeof checks)[Name]>;

/** Reads and checks all settings; an empty variable counts as not set. Throws ConfigError naming the setting at fault. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const host = read('HOST', environment);
  return {
    port: read('PORT', environment),
    host,
    neo4j: {
      uri: readOptional('NEO4J_URI', environment),
      user: read('NEO4J_USER', environment),
      password: readOptional('NEO4J_PASSWORD', environment),
      database: read('NEO4J_DATABASE', environment),
      heap: read('NEO4J_HEAP', environment),
      boltPort: read('NEO4J_BOLT_PORT', environment),
      cacheDir: absolute(readOptional('NEO4J_CACHE_DIR', environment)),
      javaHome: readOptional('JAVA_HOME', environment),
    },
    dataDir: resolve(read('DATA_DIR', environment)),
    currency: read('CURRENCY', environment),
    currencyRates: readOptional('CURRENCY_RATES', environment) ?? {},
    timeZone: read('TIME_ZONE', environment),
    defaultCountry: readOptional('DEFAULT_COUNTRY', environment),
    identityRules: absolute(readOptional('IDENTITY_RULES', environment)),
    loyaltyRules: absolute(readOptional('LOYALTY_RULES', environment)),
    tagRules: absolute(readOptional('TAG_RULES', environment)),
    auth: readAuth(host, environment),
    logLevel: read('LOG_LEVEL', environment),
    queryTimeoutMs: Temporal.Duration.from(read('QUERY_TIMEOUT', environment)).total({
      unit: 'milliseconds',
      relativeTo: '2026-01-01',
    }),
    ruleCostLimit: read('RULE_COST_LIMIT', environment),
    lifecycleRules: absolute(readOptional('LIFECYCLE_RULES', environment)),
    recommendationRules: absolute(readOptional('RECOMMENDATION_RULES', environment)),
    lapsedAfterDays: readOptional('LAPSED_AFTER_DAYS', environment),
    performance: {
      window: read('PERFORMANCE_WINDOW', environment),
      share: read('PERFORMANCE_SHARE', environment),
    },
  };
}

// An open door must be somebody's decision, so `none` is taken for granted on loopback only.
function readAuth(host: string, environment: NodeJS.ProcessEnv): AuthSettings {
  if (!environment.AUTH && !LOOPBACK.test(host)) {
    throw new ConfigError(
      'AUTH',
      `HOST ${host} can be reached by others, so say who may call: AUTH=token with API_TOKENS=…, or AUTH=none for everyone`,
    );
  }
  if (read('AUTH', environment) === 'none') return { kind: 'none' };
  const tokens = (readOptional('API_TOKENS', environment) ?? []).filter((token) => token !== '');
  if (tokens.length === 0) {
    throw new ConfigError('API_TOKENS', 'AUTH=token needs at least one token; separate several by commas');
  }
  return { kind: 'token', tokens };
}

function readOptional<Name extends SettingName>(name: Name, environment: NodeJS.ProcessEnv): Value<Name> | null {
  const text = environment[name] || settings.find((setting) => setting.name === name)?.default;
  if (!text) return null;
  const result = checks[name].safeParse(text);
  if (!result.success) {
    throw new ConfigError(name, `${result.error.issues.map((issue) => issue.message).join('; ')}, not "${text}"`);
  }
  return result.data as Value<Name>;
}

function read<Name extends SettingName>(name: Name, environment: NodeJS.ProcessEnv): Value<Name> {
  const value = readOptional(name, environment);
  if (value === null) throw new ConfigError(name, 'must be set');
  return value;
}

function absolute(path: string | null): string | null {
  return path === null ? null : resolve(path);
}
