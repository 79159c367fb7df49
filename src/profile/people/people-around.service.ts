import { groupBy } from '../../catalogue/align.ts';
import { checkCount } from '../../platform/check-count.ts';
import type { Database } from '../../platform/neo4j/database.ts';
import { type NeighbourStep, readSteps, type Walked, walked } from './neighbours.store.ts';
import { createPeopleAroundStore, type HouseholdTieRow, type ReferralRow } from './people-around.store.ts';
import { type Neighbourhood, type StepsFrom, walkNeighbours } from './walk-neighbours.ts';

/** One who seems to live with a customer. */
export interface HouseholdMember {
  /** Id of the other customer. */
  readonly customer: string;
  readonly because: readonly Pick<HouseholdTieRow, 'kind' | 'value'>[];
}

/** One customer brought another. */
export interface Referral {
  /** Id of the other customer. */
  readonly customer: string;
  readonly via: ReferralRow['via'];
  readonly at: Date;
}

/** How far a graph reaches. */
export interface NeighbourArguments {
  readonly depth: number;
  readonly limit: number;
}

/** Who is around customers; batch calls take a fixed number of statements and give one result for every id, in that order. */
export interface PeopleAroundService {
  /** Those with the most in common first. */
  householdsOf(ids: readonly string[]): Promise<HouseholdMember[][]>;
  /** The earliest first. Errors: BAD_USER_INPUT for a number outside 1..250. */
  referralsOf(ids: readonly string[], first: number): Promise<Referral[][]>;
  /** The earliest first. */
  referredBy(ids: readonly string[]): Promise<Referral[][]>;
  /** The graphs around customers. Errors: BAD_USER_INPUT for a depth outside 1..4 or a limit outside 1..250. */
  neighboursOf(ids: readonly string[], reach: NeighbourArguments): Promise<Neighbourhood[]>;
}

export interface PeopleAroundDependencies {
  readonly database: Database;
  /** Kinds of identifiers that are phone numbers. */
  readonly phoneKinds: readonly string[];
}

const MOST = 250;
const DEEPEST = 4;

export function createPeopleAroundService({ database, phoneKinds }: PeopleAroundDependencies): PeopleAroundService {
  const store = createPeopleAroundStore(database, phoneKinds);

  function stepsFrom(limit: number): StepsFrom {
    return async (keys) => {
      const found = await Promise.all(
        walked.map(async (kind): Promise<[Walked, NeighbourStep[]]> => {
          const steps = await readSteps(database, kind, [...(keys.get(kind) ?? [])], limit + 1);
          return [kind, steps];
        }),
      );
      const customers = [...(keys.get('CUSTOMER') ?? [])];
      const steps = new Map(found);
      steps.get('CUSTOMER')?.push(...(await betweenCustomers(customers, limit + 1)));
      return steps;
    };
  }

  /** Steps that no relationship of the graph stands for. */
  async function betweenCustomers(ids: readonly string[], limit: number): Promise<NeighbourStep[]> {
    if (ids.length === 0) return [];
    const [ties, brought, bringers] = await Promise.all([
      store.householdTies(ids),
      store.referrals(ids, limit),
      store.referredBy(ids),
    ]);
    const step = (from: string, key: string, tie: NeighbourStep['tie'], back: boolean): NeighbourStep => ({
      ...{ from, kind: 'CUSTOMER', key, label: null, tie, back },
    });
    return [
      // told from the lesser id to the greater, so that both ends tell of one tie
      ...ties
        .filter(({ kind }) => kind === 'ADDRESS')
        .map(({ id, other }) => step(id, other, 'SAME_ADDRESS', id > other)),
      ...brought.map(({ id, other }) => step(id, other, 'REFERRED', false)),
      ...bringers.map(({ id, other }) => step(id, other, 'REFERRED', true)),
    ];
  }

  return {
    async householdsOf(ids) {
      const rows = groupBy(await store.householdTies(ids), ({ id }) => id);
      return ids.map((id) => membersOf(rows.get(id) ?? []));
    },
    async referralsOf(ids, first) {
      checkCount('first', first, MOST);
      return aligned(ids, await store.referrals(ids, first));
    },
    referredBy: async (ids) => aligned(ids, await store.referredBy(ids)),
    neighboursOf: async (ids, { depth, limit }) => {
      checkCount('depth', depth, DEEPEST);
      checkCount('limit', limit, MOST);
      return walkNeighbours(ids, stepsFrom(limit), { depth, limit });
    },
  };
}

function membersOf(ties: readonly HouseholdTieRow[]): HouseholdMember[] {
  const members = [...groupBy(ties, ({ other }) => other)].map(([customer, found]) => ({
    customer,
    because: found
      .map(({ kind, value }) => ({ kind, value }))
      .sort((one, other) => (`${one.kind} ${one.value}` < `${other.kind} ${other.value}` ? -1 : 1)),
  }));
  return members.sort(
    (one, other) => other.because.length - one.because.length || (one.customer < other.customer ? -1 : 1),
  );
}

function aligned(ids: readonly string[], rows: readonly ReferralRow[]): Referral[][] {
  const found = groupBy(rows, ({ id }) => id);
  return ids.map((id) => (found.get(id) ?? []).map(({ other, via, at }) => ({ customer: other, via, at })));
}
