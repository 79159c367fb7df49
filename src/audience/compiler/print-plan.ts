import { isAlways } from './conditions.ts';
import type { Condition, Figure, Find, MeasureTest, Operand, Plan, PlanValue, RankedBy } from './plan.ts';

/**
 * The plan as an indented tree for people: what is found first stands deepest.
 * @example
 * find customer
 *   from orders of
 *     find order
 *       everything
 *       where promotion = "618"
 *   where "hiker" in tags
 */
export function printPlan(plan: Plan): string {
  return `${printFind(plan).join('\n')}\n`;
}

/** A find alone: of those that it stands on only what leads from them, and of sets only that they are asked. */
export function printFindAlone(find: Find): string {
  const [source = ''] = printSource(find);
  const filter = isAlways(find.filter) ? [] : headed('where', printCondition(find.filter, false));
  return [`find ${find.scope} ${source.replace(/ of$/, '')}`, ...deeper(filter)].join('\n');
}

const deeper = (lines: readonly string[]) => lines.map((line) => `  ${line}`);

function printFind(find: Find): string[] {
  const filter = isAlways(find.filter) ? [] : headed('where', printCondition(find.filter));
  return [`find ${find.scope}`, ...deeper([...printSource(find), ...filter])];
}

function printSource({ scope, source }: Find): string[] {
  switch (source.kind) {
    case 'Everything':
      return ['everything'];
    case 'Given':
      return [`the ${scope} objects given by key`];
    case 'From':
      return [`from ${source.hop}${printTests(source.tests)} of`, ...deeper(printFind(source.find))];
    case 'Ranked': {
      const { find, by, descending, size } = source;
      const amount = size.kind === 'Objects' ? size.count : `${size.parts} of ${size.whole} parts`;
      return [
        `${descending ? 'top' : 'bottom'} ${amount} by`,
        ...deeper(printRankedBy(by)),
        'of',
        ...deeper(printFind(find)),
      ];
    }
    case 'Either':
      return ['either', ...deeper(source.finds.flatMap(printFind))];
  }
}

function printRankedBy(by: RankedBy): string[] {
  if (by.kind === 'Value') return [printOperand(by.of)];
  const head = by.kind === 'Figure' ? `${by.hop} ${printFigure(by.figure)}` : `share of ${by.hop}`;
  return isAlways(by.condition) ? [head] : headed(`${head} where`, printCondition(by.condition));
}

function printCondition(condition: Condition, inFull = true): string[] {
  const print = (part: Condition) => printCondition(part, inFull);
  switch (condition.kind) {
    case 'Constant':
      return [condition.value ? 'always' : 'never'];
    case 'All':
      return ['all', ...deeper(condition.conditions.flatMap(print))];
    case 'Any':
      return ['any', ...deeper(condition.conditions.flatMap(print))];
    case 'Negation':
      return headed('not', print(condition.condition));
    case 'Comparison':
      return [`${condition.property} ${condition.operator} ${printValue(condition.value)}`];
    case 'OneOf': {
      const { type, values } = condition.values;
      const list = values.map((value) => printValue({ type, value })).join(', ');
      return [`${condition.property} ${condition.among ? 'in' : 'not in'} (${list})`];
    }
    case 'TextMatch':
      return [`${condition.property} ${condition.match} ${JSON.stringify(condition.text)}`];
    case 'Known':
      return [`${condition.property} is known`];
    case 'Flag':
      return [condition.property];
    case 'ListHolds':
      return [`${condition.property} holds ${condition.quantifier} of (${condition.values.map(quoted).join(', ')})`];
    case 'TermHolds':
      return [`${condition.property} holds any of (${condition.values.map(quoted).join(', ')}) not yet ended`];
    case 'ListTextMatch':
      return [`any of ${condition.property} ${condition.match} ${JSON.stringify(condition.text)}`];
    case 'ListKnown':
      return [`${condition.property} is not empty`];
    case 'Anniversary': {
      const days = condition.spans.map(({ year, from, to }) => `${year}: ${dayOf(from)} to ${dayOf(to)}`).join(', ');
      return [`anniversary of ${condition.property} in (${days})`];
    }
    case 'FieldComparison':
      return [`${printOperand(condition.left)} ${condition.operator} ${printOperand(condition.right)}`];
    case 'Elapsed':
      return [`${condition.span.duration} after ${condition.property} has passed`];
    case 'Followed': {
      const { hop, later, instant, within } = condition;
      const head = `later ${hop} by ${later} after ${instant}${within ? ` within ${within.duration}` : ''}`;
      return isAlways(condition.condition) ? [head] : headed(`${head} where`, printCondition(condition.condition));
    }
    case 'Share': {
      const { hop, among, operator, value } = condition;
      const of = isAlways(among) ? [] : headed('of those where', printCondition(among));
      const head = `share of ${hop} ${operator} ${value} %`;
      return [head, ...deeper([...of, ...headed('where', printCondition(condition.condition))])];
    }
    case 'Habit':
      return [`habit ${print(condition.leaf)[0]}`];
    case 'Reach':
      return headed(condition.hop, print(condition.condition));
    case 'Found':
      return inFull ? ['among', ...deeper(printFind(condition.find))] : ['among the set'];
    case 'Related': {
      const head = `${condition.hop}${printTests(condition.tests) || ' exist'}`;
      return isAlways(condition.condition) ? [head] : headed(`${head} where`, print(condition.condition));
    }
  }
}

/** On one line when there is only one. */
function headed(head: string, [first = '', ...rest]: readonly string[]): string[] {
  return rest.length === 0 ? [`${head} ${first}`] : [head, ...deeper([first, ...rest])];
}

function printTests(tests: readonly MeasureTest[]): string {
  return tests.map(({ figure, operator, value }) => ` ${printFigure(figure)} ${operator} ${value}`).join(' and');
}

function printFigure(figure: Figure): string {
  return figure.kind === 'Count' ? 'count' : `${figure.kind.toLowerCase()} of ${printOperand(figure.of)}`;
}

function printOperand({ path, property }: Operand): string {
  return [...path, property].join('.');
}

/** 618 -> 06-18 */
function dayOf(monthAndDay: number): string {
  const text = String(monthAndDay).padStart(4, '0');
  return `${text.slice(0, 2)}-${text.slice(2)}`;
}

function printValue({ type, value }: PlanValue): string {
  return type === 'text' ? quoted(value) : value;
}

const quoted = (text: string) => JSON.stringify(text);
