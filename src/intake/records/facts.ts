import type { RecordProfile } from '../identity/golden-record.ts';
import type { StatedIdentifier } from '../identity/normalise-identifier.ts';

/** Plain values, as they become node properties. */
export type Properties = Readonly<Record<string, string | number | bigint | boolean | Date | null | readonly string[]>>;

/** What every record carries, whatever its type. */
interface RecordBase {
  /** Position in the batch, or line number in a file. */
  readonly index: number;
  /** How the record is known again; unique within its type. */
  readonly key: string;
  /** When the source last changed it: the newer of two versions wins. Missing: the earliest time there is. */
  readonly version: Date;
  /** Of the content; equal hashes are the same content, and of two contents of the same time the greater hash wins. */
  readonly contentHash: string;
  readonly properties: Properties;
}

export interface StoreFact extends RecordBase {
  readonly type: 'store';
}
export interface StaffFact extends RecordBase {
  readonly type: 'staff';
  readonly store: string | null;
  readonly manager: string | null;
}
export interface ProductFact extends RecordBase {
  readonly type: 'product';
  /** Category path, top level first. */
  readonly category: readonly string[];
}

/** A record that says something of a person: evidence for who is who. */
interface PersonFact extends RecordBase {
  /** The instant at which the source saw the person. */
  readonly seenAt: Date;
  readonly source: string;
  readonly identifiers: readonly StatedIdentifier[];
  readonly strongKeys: readonly string[];
  readonly weakKeys: readonly string[];
  /** The identifiers as they were sent; null where the keys say the same. */
  readonly sent: readonly string[] | null;
  /** Key of the source record it refers to, instead of or beside identifiers. */
  readonly recordKey: string | null;
}
export interface CustomerFact extends PersonFact {
  readonly type: 'customer';
  readonly profile: RecordProfile['profile'];
  /** The stated name, as names are compared; null when none is stated. */
  readonly name: string | null;
}
export interface OrderLineFact {
  readonly sku: string;
  readonly line: number;
  readonly quantity: number;
  readonly unitPriceMinor: bigint;
  readonly discountMinor: bigint | null;
  /** In the reporting currency; null when that is the same. */
  readonly unitValueMinor: bigint | null;
  /** What the line comes to in the reporting currency; null when that is quantity × unitPriceMinor − discountMinor. */
  readonly valueMinor: bigint | null;
}
export interface OrderFact extends PersonFact {
  readonly type: 'order';
  readonly store: string | null;
  readonly staff: string | null;
  readonly lines: readonly OrderLineFact[];
}
export interface DeviceFact {
  readonly deviceId: string;
  readonly platform: string | null;
  readonly model: string | null;
}
export interface EventFact extends PersonFact {
  readonly type: 'event';
  readonly store: string | null;
  readonly sku: string | null;
  readonly device: DeviceFact | null;
  /** The device as a weak identifier. */
  readonly deviceIdentifier: StatedIdentifier | null;
  /** It is a movement of points: nothing that shows when the person was seen. */
  readonly isPoints: boolean;
}

export type CatalogueFact = StoreFact | StaffFact | ProductFact;
export type PersonalFact = CustomerFact | OrderFact | EventFact;
/** A checked and normalised record, ready to be written. */
export type Fact = CatalogueFact | PersonalFact;
