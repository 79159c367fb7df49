import { createRandom, streams, weighted } from './random.ts';
import type { Source } from './types.ts';
import type { World } from './world.ts';

/** Where a person first met the brand, where else they were seen, and whether they only ever looked. */
export interface Presence {
  origin: Source;
  sources: readonly Source[];
  onlyLooks: boolean;
}

const origins: readonly { source: Source; share: number; onlyLooks: number }[] = [
  { source: 'pos', share: 50, onlyLooks: 0 },
  { source: 'tmall', share: 15, onlyLooks: 0 },
  { source: 'wechat', share: 13, onlyLooks: 0.45 },
  { source: 'jd', share: 8, onlyLooks: 0 },
  { source: 'mini_program', share: 8, onlyLooks: 0.35 },
  { source: 'site', share: 6, onlyLooks: 0.5 },
];

type Reach = Partial<Record<Source, number>>;

const reachFromShop: Reach = { wechat: 0.55, mini_program: 0.45, crm: 0.8, tmall: 0.2, jd: 0.12, site: 0.16 };
const reachFromWechat: Reach = { pos: 0.45, mini_program: 0.7, crm: 0.6, tmall: 0.2, jd: 0.12, site: 0.15 };
const reachFromPlatform: Reach = {
  pos: 0.25,
  wechat: 0.3,
  mini_program: 0.25,
  crm: 0.35,
  tmall: 0.3,
  jd: 0.2,
  site: 0.15,
};
// One who only looks is known where they follow or have an account, and nowhere they would have to buy.
const reachOfLooker: Reach = { wechat: 0.3, mini_program: 0.2, site: 0.15 };

const drawOrigin = weighted(origins, ({ share }) => share);
const allSources: readonly Source[] = ['pos', 'wechat', 'mini_program', 'tmall', 'jd', 'site', 'crm'];

function reachOf(origin: Source, onlyLooks: boolean): Reach {
  if (onlyLooks) return reachOfLooker;
  if (origin === 'pos') return reachFromShop;
  return origin === 'wechat' || origin === 'mini_program' ? reachFromWechat : reachFromPlatform;
}

/** Known of any person by number alone, so that people can refer to each other without being remembered. */
export function presenceOf(world: World, person: number): Presence {
  const random = createRandom(world.seed, streams.presence, person);
  const origin = drawOrigin(random);
  const onlyLooks = random.chance(origin.onlyLooks);
  const reach = reachOf(origin.source, onlyLooks);
  const sources = allSources.filter((source) => source === origin.source || random.chance(reach[source] ?? 0));
  // A follower of the service account has to buy somewhere if they buy at all.
  const buysSomewhere = sources.some((source) => source !== 'wechat' && source !== 'crm');
  if (!onlyLooks && !buysSomewhere) sources.push('mini_program');
  return { origin: origin.source, sources, onlyLooks };
}
