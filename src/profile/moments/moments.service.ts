import type { Database } from '../../platform/neo4j/database.ts';
import type { LifecycleRules } from '../lifecycle/lifecycle-rules.ts';
import { readStageFacts } from '../lifecycle/stage-facts.store.ts';
import type { KnownEntry } from '../timeline/kinds.ts';
import type { TimelineService } from '../timeline/timeline.service.ts';
import { type Consent, consentEvents, consentsAt } from './consents.ts';
import { type CustomerEventRow, numberOf, textOf } from './customer-event.ts';
import { type GoldenHours, goldenEvents, goldenHours } from './golden-hours.ts';
import { readEventsNamed, readFirstMoments } from './moments.store.ts';
import { questionEvents, questionsOf, type ServiceQuestion } from './questions.ts';

/** What a customer thinks of a product. */
export interface Review {
  readonly at: Date;
  readonly rating: number | null;
  readonly text: string | null;
  readonly event: CustomerEventRow;
}

/** The first 48 hours with what happened in them, newest first. */
export interface GoldenHoursShown extends GoldenHours {
  readonly happened: readonly KnownEntry[];
}

/** What events of agreed names tell of customers. A fixed number of statements; one result for every id, in that order. */
export interface MomentsService {
  /** By purpose and channel, as they stand at an instant. */
  consentsOf(ids: readonly string[], at: Date): Promise<Consent[][]>;
  /** Newest first; 1,000 at most. */
  reviewsOf(ids: readonly string[]): Promise<Review[][]>;
  /** Newest first; of the newest 1,000 questions and answers. */
  questionsOf(ids: readonly string[]): Promise<ServiceQuestion[][]>;
  /** Null for an id that is no living customer's. */
  goldenHoursOf(ids: readonly string[], now: Date): Promise<(GoldenHoursShown | null)[]>;
}

export interface MomentsDependencies {
  readonly database: Database;
  readonly rules: LifecycleRules;
  readonly timeline: TimelineService;
}

const MOST_HAPPENED = 250;

export function createMomentsService({ database, rules, timeline }: MomentsDependencies): MomentsService {
  return {
    async consentsOf(ids, at) {
      const found = await readEventsNamed(database, ids, Object.keys(consentEvents));
      return found.map((events) => consentsAt(events, at));
    },
    async reviewsOf(ids) {
      const found = await readEventsNamed(database, ids, ['review']);
      return found.map((events) =>
        events.map((event) => ({
          ...{ at: event.occurredAt, rating: numberOf(event, 'rating'), text: textOf(event, 'text'), event },
        })),
      );
    },
    async questionsOf(ids) {
      return (await readEventsNamed(database, ids, questionEvents)).map(questionsOf);
    },
    async goldenHoursOf(ids, now) {
      const facts = await readStageFacts(database, ids, rules.indecisive?.events ?? []);
      const moments = await readFirstMoments(database, ids, goldenEvents);
      const shown = ids.map((id, at): GoldenHours | null => {
        const [known, first] = [facts[at], moments.get(id)];
        return known && first ? goldenHours(known, first, now) : null;
      });
      // all that is not after the last instant; what was before the first sign is no part of it
      const wanted = ids.flatMap((id, at) => {
        const hours = shown[at];
        if (!hours) return [];
        const end = new Date(Math.min(hours.endsAt.getTime(), now.getTime()) + 1);
        return [{ id, after: { type: '\uffff', at: end, key: '' } }];
      });
      const entries = await timeline.entriesOf(wanted, MOST_HAPPENED);
      const byId = new Map(wanted.map(({ id }, at) => [id, entries[at] ?? []]));
      return ids.map((id, at) => {
        const hours = shown[at];
        if (!hours) return null;
        return { ...hours, happened: (byId.get(id) ?? []).filter((entry) => entry.at >= hours.arrivedAt) };
      });
    },
  };
}
