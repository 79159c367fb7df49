import { type Dice, diceOf } from '../support/reference/dice.ts';
import type { IdentifierJson, RecordJson } from '../support/reference/record-input.ts';

/** So many records draw their identifiers from one small pool: they bridge each other's customers, and not all become one. */
export const BLOCK = 48;
const POOL = 10;
const kinds = ['phone', 'email', 'wechat_openid', 'device_id'] as const;

function spelled(kind: string, number: number): string {
  if (kind === 'phone') return `138${String(10_000_000 + number)}`;
  return kind === 'email' ? `person${number}@mail.example` : `${kind}-${number}`;
}

/** A name for the record of a number. */
export const recordIdOf = (number: number) => ({ source: 'crm', recordId: String(number) });

/** The records of a block: customers and orders in turn, over phones, e-mails, openids, devices and record references. */
export function bridgingBlock(seed: number, block: number): RecordJson[] {
  const dice = diceOf(seed + block);
  return Array.from({ length: BLOCK }, (_, at) => bridgingRecord(dice, block, block * BLOCK + at));
}

function bridgingRecord(dice: Dice, block: number, number: number): RecordJson {
  // Now and then one is of the block before, so that blocks are bridged, too.
  const pool = () => (block - (dice.chance(0.03) ? 1 : 0)) * POOL + dice.number(0, POOL - 1);
  const identifiers: IdentifierJson[] = Array.from({ length: dice.number(1, 2) }, () => {
    const kind = dice.pick(kinds);
    return { kind, value: spelled(kind, Math.max(0, pool())) };
  });
  const at = new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString();
  if (number % 2 === 0) {
    const profile = { displayName: `Name ${number % 5}` };
    return { customer: { ...recordIdOf(number), observedAt: at, identifiers, profile } };
  }
  const record = recordIdOf(block * BLOCK + 2 * dice.number(0, BLOCK / 2 - 1));
  return {
    order: {
      source: 'pos',
      number: String(number),
      placedAt: at,
      currency: 'CNY',
      customer: dice.chance(0.25) ? { record } : { identifiers },
      lines: [],
      total: '10.00',
    },
  };
}
