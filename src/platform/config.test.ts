import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { ConfigError } from './errors.ts';
import { settings } from './settings.ts';

test('an empty environment gives the defaults', () => {
  expect(readConfig({})).toEqual({
    port: 4000,
    host: '127.0.0.1',
    neo4j: {
      uri: null,
      user: 'neo4j',
      password: null,
      database: 'neo4j',
      heap: '1g',
      boltPort: 0,
      cacheDir: null,
      javaHome: null,
    },
    dataDir: resolve('.customer-graph'),
    currency: 'CNY',
    currencyRates: {},
    timeZone: 'Asia/Shanghai',
    defaultCountry: null,
    identityRules: null,
    loyaltyRules: null,
    auth: { kind: 'none' },
    logLevel: 'info',
    queryTimeoutMs: 30_000,
    ruleCostLimit: 1_000_000_000,
    lifecycleRules: null,
    tagRules: null,
    recommendationRules: null,
    lapsedAfterDays: null,
    performance: { window: 'P90D', share: 0.25 },
  });
});

test('a variable that is set but empty counts as not set', () => {
  const empty = Object.fromEntries(settings.map((setting) => [setting.name, '']));
  expect(readConfig(empty)).toEqual(readConfig({}));
});

test('every setting is read', () => {
  const config = readConfig({
    PORT: '0',
    HOST: '0.0.0.0',
    AUTH: 'token',
    API_TOKENS: 'one, two,',
    NEO4J_URI: 'neo4j+s://example.databases.neo4j.io',
    NEO4J_USER: 'reader',
    NEO4J_PASSWORD: 'secret',
    NEO4J_DATABASE: 'graph',
    NEO4J_HEAP: '700m',
    NEO4J_BOLT_PORT: '7687',
    NEO4J_CACHE_DIR: '/cache',
    JAVA_HOME: '/jdk',
    DATA_DIR: '/data',
    CURRENCY: 'EUR',
    CURRENCY_RATES: 'USD=0.92, CNY=0.128',
    TIME_ZONE: 'Europe/Berlin',
    DEFAULT_COUNTRY: 'DE',
    IDENTITY_RULES: '/rules.json',
    LOYALTY_RULES: '/loyalty.json',
    LIFECYCLE_RULES: '/lifecycle.json',
    TAG_RULES: '/tags.json',
    RECOMMENDATION_RULES: '/etc/recommendations.json',
    LAPSED_AFTER_DAYS: '180',
    PERFORMANCE_WINDOW: 'P6M',
    PERFORMANCE_SHARE: '0.1',
    QUERY_TIMEOUT: 'PT1M30S',
    RULE_COST_LIMIT: '500000',
    LOG_LEVEL: 'silent',
  });
  expect(config).toEqual({
    port: 0,
    host: '0.0.0.0',
    neo4j: {
      uri: 'neo4j+s://example.databases.neo4j.io',
      user: 'reader',
      password: 'secret',
      database: 'graph',
      heap: '700m',
      boltPort: 7687,
      cacheDir: '/cache',
      javaHome: '/jdk',
    },
    dataDir: '/data',
    currency: 'EUR',
    currencyRates: { USD: '0.92', CNY: '0.128' },
    timeZone: 'Europe/Berlin',
    defaultCountry: 'DE',
    identityRules: '/rules.json',
    loyaltyRules: '/loyalty.json',
    auth: { kind: 'token', tokens: ['one', 'two'] },
    logLevel: 'silent',
    queryTimeoutMs: 90_000,
    ruleCostLimit: 500_000,
    lifecycleRules: '/lifecycle.json',
    tagRules: '/tags.json',
    recommendationRules: '/etc/recommendations.json',
    lapsedAfterDays: 180,
    performance: { window: 'P6M', share: 0.1 },
  });
});

describe('who may call', () => {
  test.each(['127.0.0.1', '127.1.2.3', 'localhost', '::1'])('%s is open by default', (HOST) => {
    expect(readConfig({ HOST }).auth).toEqual({ kind: 'none' });
  });

  test.each(['0.0.0.0', '::', '192.168.1.5', 'example.com', '127.0.0.1.example.com'])('%s needs a decision', (HOST) => {
    expect(() => readConfig({ HOST })).toThrow(/^AUTH: .*AUTH=token with API_TOKENS=….*AUTH=none/);
    expect(readConfig({ HOST, AUTH: 'none' }).auth).toEqual({ kind: 'none' });
  });

  test('tokens are needed where they are asked for', () => {
    expect(() => readConfig({ AUTH: 'token' })).toThrow(/^API_TOKENS: /);
    expect(() => readConfig({ AUTH: 'token', API_TOKENS: ' , ' })).toThrow(/^API_TOKENS: /);
  });
});

test.each([
  ['PORT', '65536', 'PORT: must be a port number from 0 to 65535, not "65536"'],
  ['PORT', '4000x', 'PORT: must be a port number from 0 to 65535, not "4000x"'],
  ['NEO4J_URI', 'http://localhost:7474', /^NEO4J_URI: must start with neo4j:\/\//],
  ['NEO4J_HEAP', '1 gigabyte', /^NEO4J_HEAP: /],
  ['CURRENCY', 'yuan', /^CURRENCY: /],
  [
    'CURRENCY_RATES',
    'USD=7.1,EUR',
    'CURRENCY_RATES: "EUR" is not CODE=RATE; write e.g. USD=7.10,EUR=7.80, not "USD=7.1,EUR"',
  ],
  ['CURRENCY_RATES', 'USD=0', /^CURRENCY_RATES: /],
  ['TIME_ZONE', 'Shanghai', /^TIME_ZONE: must be an IANA time zone/],
  ['LAPSED_AFTER_DAYS', '0', /^LAPSED_AFTER_DAYS: /],
  ['PERFORMANCE_WINDOW', '90 days', /^PERFORMANCE_WINDOW: /],
  ['PERFORMANCE_SHARE', '0.6', /^PERFORMANCE_SHARE: /],
  ['QUERY_TIMEOUT', 'P0D', /^QUERY_TIMEOUT: /],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL: must be trace, debug/],
])('%s=%s is refused by name', (name, value, message) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError);
  expect(() => readConfig({ [name]: value })).toThrow(message);
});

test('the table of settings holds the defaults that are read', () => {
  const written = Object.fromEntries(settings.map((setting) => [setting.name, setting.default]));
  expect(readConfig(written)).toEqual(readConfig({}));
  expect(new Set(settings.map((setting) => setting.name)).size).toBe(settings.length);
});
