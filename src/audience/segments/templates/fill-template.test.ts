import { expect, it } from 'vitest';
import { parseRule, printRule } from '../../rules/index.ts';
import { fillTemplate, withParameters } from './fill-template.ts';
import { type SegmentTemplate, segmentTemplates } from './templates.ts';

const template = segmentTemplates.find(({ id }) => id === 'cross-sell') as SegmentTemplate;

it.each(segmentTemplates)('$id is a rule, and names each of its parameters', (one) => {
  const read = parseRule(fillTemplate(one), { timeZone: 'Asia/Shanghai' });
  expect(read.ok).toBe(true);
  for (const { name } of one.parameters) expect(one.text).toContain(`{${name}}`);
  expect(fillTemplate(one)).not.toMatch(/[{}]/);
});

it('has ids that differ', () => {
  expect(new Set(segmentTemplates.map(({ id }) => id)).size).toBe(segmentTemplates.length);
  expect(segmentTemplates.length).toBeGreaterThanOrEqual(14);
});

it('puts values in, so that they stay values', () => {
  const filled = fillTemplate(template, { bought: 'a" or tags has "{offered}', offered: ['x\\'] });
  const read = parseRule(filled, { timeZone: 'UTC' });
  expect(read.ok && printRule(read.rule)).toBe(
    'purchases where (lines where (product.category = "a\\" or tags has \\"{offered}")) and no purchases where (lines where (product.category in ("x\\\\")))',
  );
});

it.each([
  [{ bought: 3 }, 'bought must be a text.'],
  [{ offered: [] }, 'offered must be a list of texts.'],
  [{ colour: 'red' }, 'The template cross-sell has no colour: it has bought, offered.'],
])('refuses %j', (values, message) => {
  expect(() => fillTemplate(template, values)).toThrow(message);
});

it('gives the same rule with parameters where a rule can take them', () => {
  const named = (id: string) => withParameters(segmentTemplates.find((one) => one.id === id) as SegmentTemplate);
  expect(named('birthday')).toBe('birthDate anniversary within next $window and purchaseCount >= $count');
  expect(named('golden-48-hours-gone')).toBe(
    'events where (name = $event and occurredAt within $since) then no purchases within 48 hours',
  );
  expect(named('lapsed-vip')).toBe(null);
});

it('writes spans as rules do', () => {
  const birthday = segmentTemplates.find(({ id }) => id === 'birthday') as SegmentTemplate;
  expect(fillTemplate(birthday, { window: 'P1M' })).toBe(
    'birthDate anniversary within next 1 month and purchaseCount >= 1',
  );
  expect(() => fillTemplate(birthday, { window: 'soon' })).toThrow('window must be a duration such as P7D or PT48H.');
});
