import type { RecordInput } from '../../src/platform/generated/schema-types.ts';

/** Records of which it is known who is who. */
export interface LabelledSet {
  readonly name: string;
  /** What it holds, in words. */
  readonly about: string;
  /** Identity rules beside the default ones. */
  readonly rules: object;
  readonly records: readonly RecordInput[];
  /** Who stands behind a record, by `source|recordId`. */
  readonly personOf: ReadonlyMap<string, string>;
}
