import fc from 'fast-check';
import { defaultLifecycleRules } from '../../../profile/lifecycle/lifecycle-rules.ts';
import { arbitraryRule } from '../../rules/testing/arbitrary-rule.ts';

/** What generated rules are compiled with. */
export const settings = { timeZone: 'Asia/Shanghai', currency: 'CNY', lifecycle: defaultLifecycleRules };

const durations = ['P1D', 'P30D', 'P1M', 'P13M', 'P1Y', 'PT36H'];
/** Rules with windows of all kinds. */
export const rules = arbitraryRule({ depth: 3, vocabulary: { durations } });
/** Instants in several years. */
export const instants = fc.date({
  min: new Date('2024-01-01T00:00:00Z'),
  max: new Date('2027-12-31T23:59:59Z'),
  noInvalidDate: true,
});
