import type { Database } from '../../../platform/neo4j/database.ts';
import type { ReadTaxonomy } from '../../../profile/tags/kept-taxonomy.ts';
import type { FiledTag } from '../../../profile/tags/tag-definition.ts';
import { ruleTagEntry, type TagEntry } from '../../../profile/tags/tag-entries.ts';
import { taxonomyOf } from '../../../profile/tags/taxonomy.ts';
import { wholeSource } from '../../../profile/timeline/derived-entries.ts';
import type { TimelineSource } from '../../../profile/timeline/entry.ts';
import type { SegmentEntry } from '../../../profile/timeline/segment-entry.ts';
import { printRule } from '../../rules/index.ts';
import type { LiveService } from '../live/live.service.ts';
import type { ChangeCause } from '../live/members.store.ts';
import type { SegmentRow } from '../segment-row.ts';
import { readMovePages, readMovesUnder } from './stays.store.ts';

/** An entry of a timeline with its segment. */
export interface SegmentTimelineEntry extends SegmentEntry {
  readonly segment: SegmentRow;
}

/** What the entries stand on. */
export interface SegmentTimelineDependencies {
  readonly database: Database;
  readonly live: Pick<LiveService, 'isBehind' | 'catchUp'>;
  readonly taxonomy: ReadTaxonomy;
  readonly filedTags: readonly FiledTag[];
}

/** What stored membership tells of customers: when they entered and left segments, and when a rule tag came and went. */
export function segmentTimelineSources({
  database,
  live,
  taxonomy,
  filedTags,
}: SegmentTimelineDependencies): readonly [TimelineSource<SegmentTimelineEntry>, TimelineSource<TagEntry>] {
  let asked: Promise<void> | null = null;

  /** Brings members up to now. Sources of one page ask at once, and are answered by one look. */
  function keepUp(): Promise<void> {
    asked ??= Promise.resolve().then(async () => {
      // from here on somebody may have written what this look does not see
      asked = null;
      if (await live.isBehind()) await live.catchUp();
    });
    return asked;
  }

  /** The tags that rules tell of customers, by the text of the rule that asks for one. */
  async function ruleTags(): Promise<ReadonlyMap<string, string>> {
    const told = taxonomyOf(filedTags, await taxonomy()).filter(
      ({ rule, appliesTo }) => rule !== null && appliesTo.includes('CUSTOMER'),
    );
    return new Map(told.map(({ name }) => [ruleAskingFor(name), name]));
  }

  return [
    {
      type: 'SEGMENT',
      async read(wanted, limit) {
        await keepUp();
        const pages = await readMovePages(database.read, wanted, limit);
        return pages.map((moves) =>
          moves.map(({ kind, at, cause, memberId, key, segment }) => ({
            ...{ type: 'SEGMENT', at, key, segment, memberId },
            ...{ segmentChange: kind, segmentCause: cause },
          })),
        );
      },
    },
    wholeSource('TAG', async (ids) => {
      const [, tags] = await Promise.all([keepUp(), ruleTags()]);
      if (tags.size === 0) return ids.map(() => []);
      const found = await readMovesUnder(database.read, ids, [...tags.keys()]);
      return ids.map((id) => {
        const entries = (found.get(id) ?? []).flatMap(({ kind, at, cause, memberId, key, rule }) => {
          const tag = tags.get(rule);
          const tagChange = changeOf(kind, cause);
          return tag === undefined || tagChange === null
            ? []
            : [ruleTagEntry({ at, tag, tagChange, ruleCause: cause, holderId: memberId, place: placeOf(key) })];
        });
        // two segments that ask for the same tag tell the same
        return [...new Map(entries.map((entry) => [`${entry.at.getTime()} ${entry.key}`, entry])).values()];
      });
    }),
  ];
}

const ruleAskingFor = (tag: string) => printRule({ kind: 'Compare', path: ['tags'], operator: 'has', value: tag });

/** What entering or leaving says of the tag; null: nothing, as only the keeping of its history ended. */
function changeOf(kind: 'ENTERED' | 'LEFT', cause: ChangeCause): TagEntry['tagChange'] | null {
  if (cause === 'ARCHIVED' || cause === 'DELETED') return null;
  if (kind === 'LEFT') return 'LOST';
  return cause === 'PUBLISHED' ? 'HELD' : 'GAINED';
}

/** Without the segment. */
const placeOf = (key: string) => key.slice(key.indexOf(' ') + 1);
