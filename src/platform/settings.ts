/** One environment variable that the program reads. */
export interface Setting {
  readonly name: string;
  /** The default as it would be written in the environment; empty when there is none. */
  readonly default: string;
  readonly meaning: string;
}

/** Every setting, in the order README lists them. `readConfig` reads these and no others. */
export const settings = [
  { name: 'PORT', default: '4000', meaning: 'Port of the HTTP server; 0 takes any free one.' },
  { name: 'HOST', default: '127.0.0.1', meaning: 'Address to listen on. Any address that is not loopback needs AUTH.' },
  { name: 'AUTH', default: 'none', meaning: '`none` (only loopback by default) or `token`, with API_TOKENS.' },
  { name: 'API_TOKENS', default: '', meaning: 'Accepted bearer tokens, separated by commas.' },
  { name: 'NEO4J_URI', default: '', meaning: 'Any Neo4j 5 or Aura, e.g. neo4j+s://….; empty starts a local one.' },
  { name: 'NEO4J_USER', default: 'neo4j', meaning: 'User for NEO4J_URI.' },
  { name: 'NEO4J_PASSWORD', default: '', meaning: 'Password for NEO4J_URI; empty connects without credentials.' },
  { name: 'NEO4J_DATABASE', default: 'neo4j', meaning: 'Name of the database.' },
  { name: 'NEO4J_HEAP', default: '1g', meaning: 'Java heap of the local Neo4j, e.g. 700m or 2g.' },
  { name: 'NEO4J_BOLT_PORT', default: '0', meaning: 'Bolt port of the local Neo4j; 0 takes any free one.' },
  {
    name: 'NEO4J_CACHE_DIR',
    default: '',
    meaning: 'Where the jars of the local Neo4j are kept; empty: the user cache.',
  },
  { name: 'JAVA_HOME', default: '', meaning: 'JDK for the local Neo4j; empty: the one on the search path.' },
  { name: 'DATA_DIR', default: '.customer-graph', meaning: 'Folder of the local Neo4j and its password.' },
  { name: 'CURRENCY', default: 'CNY', meaning: 'Reporting currency (ISO 4217).' },
  { name: 'CURRENCY_RATES', default: '', meaning: 'Reporting units for one unit of another, e.g. USD=7.10,EUR=7.80.' },
  { name: 'TIME_ZONE', default: 'Asia/Shanghai', meaning: 'Time zone of calendar days, months and years.' },
  {
    name: 'DEFAULT_COUNTRY',
    default: '',
    meaning: 'Country (ISO 3166) of phone numbers without one; else the rules file says.',
  },
  { name: 'IDENTITY_RULES', default: '', meaning: 'Path of an identity rules file; empty takes the default rules.' },
  { name: 'LOYALTY_RULES', default: '', meaning: 'Path of a loyalty rules file; empty takes the default rules.' },
  { name: 'TAG_RULES', default: '', meaning: 'Path of a tag rules file; empty takes the default tags.' },
  { name: 'LIFECYCLE_RULES', default: '', meaning: 'Path of a lifecycle rules file; empty takes the default rules.' },
  {
    name: 'RECOMMENDATION_RULES',
    default: '',
    meaning: 'Path of a recommendation rules file; empty takes the default rules.',
  },
  {
    name: 'LAPSED_AFTER_DAYS',
    default: '',
    meaning: 'Days without a purchase until a customer counts as lapsed; else the lifecycle rules say (365).',
  },
  { name: 'PERFORMANCE_WINDOW', default: 'P90D', meaning: 'Period whose revenue ranks stores and staff (ISO 8601).' },
  { name: 'PERFORMANCE_SHARE', default: '0.25', meaning: 'Share of stores and staff called LOW, and HIGH (0 to 0.5).' },
  { name: 'QUERY_TIMEOUT', default: 'PT30S', meaning: 'Longest time a query may run in the database (ISO 8601).' },
  {
    name: 'RULE_COST_LIMIT',
    default: '1000000000',
    meaning: 'Most that a rule may be expected to cost, counted in entries of an index that are read.',
  },
  { name: 'LOG_LEVEL', default: 'info', meaning: 'trace, debug, info, warn, error, fatal or silent.' },
] as const satisfies readonly Setting[];

/** The name of a setting. */
export type SettingName = (typeof settings)[number]['name'];
