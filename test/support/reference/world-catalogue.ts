import type { Dice } from './dice.ts';
import type { ProductFact, RecordJson, StaffFact, StoreFact } from './record-input.ts';
import { vocabulary } from './vocabulary.ts';

/** Stores, staff and products; the last code of each stays unknown, so that something is only ever referred to. */
export function catalogueRecords(dice: Dice): RecordJson[] {
  const versioned = <T extends { updatedAt?: string }>(make: () => T): T[] => {
    const versions = [make()];
    if (dice.chance(0.3)) versions.push({ ...make(), updatedAt: '2026-03-01T00:00:00Z' });
    if (dice.chance(0.2)) versions.push({ ...make(), updatedAt: '2026-05-01T08:00:00+08:00' });
    return versions;
  };
  return [
    ...vocabulary.storeCodes
      .slice(0, -1)
      .flatMap((code) => versioned(() => store(code, dice)).map((one) => ({ store: one }))),
    ...vocabulary.staffCodes
      .slice(0, -1)
      .flatMap((code) => versioned(() => staff(code, dice)).map((one) => ({ staff: one }))),
    ...vocabulary.skus
      .slice(0, -1)
      .flatMap((sku) => versioned(() => product(sku, dice)).map((one) => ({ product: one }))),
  ];
}

function store(code: string, dice: Dice): StoreFact {
  return {
    code,
    format: dice.pick(vocabulary.formats),
    tags: dice.some(vocabulary.tags, 0.3),
    ...maybe(dice, { name: dice.pick(vocabulary.names) }),
    ...maybe(dice, { city: dice.pick(vocabulary.cities) }),
    ...maybe(dice, { province: dice.pick(vocabulary.provinces) }),
    ...maybe(dice, { region: dice.pick(vocabulary.regions) }),
  };
}

function staff(code: string, dice: Dice): StaffFact {
  return {
    code,
    ...maybe(dice, { name: dice.pick(vocabulary.names) }),
    ...maybe(dice, { title: dice.pick(vocabulary.titles) }),
    ...maybe(dice, { store: dice.pick(vocabulary.storeCodes) }),
    ...maybe(dice, { manager: dice.pick(vocabulary.staffCodes.filter((other) => other !== code)) }),
    ...maybe(dice, { tags: dice.some(vocabulary.tags, 0.3) }),
  };
}

function product(sku: string, dice: Dice): ProductFact {
  return {
    sku,
    ...maybe(dice, { name: dice.pick(vocabulary.names) }),
    ...maybe(dice, { category: [...dice.pick(vocabulary.categories)] }),
    ...maybe(dice, { brand: dice.pick(vocabulary.brands) }),
    ...maybe(dice, { price: { amount: dice.pick(['399.00', '99.99', '1000']), currency: 'CNY' } }),
    ...maybe(dice, { tags: dice.some(vocabulary.tags, 0.3) }),
  };
}

/** These values most of the time, and nothing otherwise. */
export function maybe<T extends object>(dice: Dice, values: T, probability = 0.7): T | Record<string, never> {
  return dice.chance(probability) ? values : {};
}
