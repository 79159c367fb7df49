import Cypher from '@neo4j/cypher-builder';
import type { Ranked, RankedBy } from '../plan.ts';
import { setsOfRank } from '../sets.ts';
import type { Binding } from './binding.ts';
import type { Names } from './names.ts';
import { printOperand } from './operands.ts';
import { nodes } from './patterns.ts';
import { printCondition, printFigureOf, printPercent } from './print-condition.ts';

/** Keeps those of the objects that `found` brings whose figure is greatest or least. */
export function printRanked(
  { find, by, descending, size }: Ranked,
  found: readonly Cypher.Clause[],
  variable: Cypher.Node,
  names: Names,
): Cypher.Clause[] {
  const { scope } = find;
  if (scope === 'line') throw new Error('lines are not ranked');
  const figure = new Cypher.NamedVariable('rankedBy');
  const measured = measure(by, { scope, variable }, figure, names);
  const sorted = new Cypher.With(variable, figure).orderBy(
    [figure, descending ? 'DESC' : 'ASC'],
    [variable.property(nodes[scope].key), 'ASC'],
  );
  const whole = (name: string, value: string) => names.value(name, { type: 'whole', value });
  if (size.kind === 'Objects') {
    return [...found, measured, sorted.limit(whole('size', size.count)), new Cypher.With(variable)];
  }
  const ranked = new Cypher.NamedVariable('ranked');
  const [parts, all] = [whole('parts', size.parts), whole('whole', size.whole)];
  // whole numbers, rounded up
  const cut = new Cypher.Raw((context) => {
    const [list, part, of] = [ranked, parts, all].map((piece) => context.compile(piece));
    return `UNWIND ${list}[..((size(${list}) * ${part} + ${of} - 1) / ${of})] AS ${context.compile(variable)}`;
  });
  return [
    ...found,
    measured,
    sorted,
    new Cypher.With([Cypher.collect(variable), ranked]),
    cut,
    new Cypher.With(variable),
  ];
}

/** Gives each object its figure and leaves out those that have none. */
function measure(by: RankedBy, { scope, variable }: Binding, figure: Cypher.Variable, names: Names): Cypher.Clause {
  const printed = printRankedBy(by, { scope, variable }, names);
  // the database wants to see the sets that the figure asks about, as it counts or sums
  const sets = setsOfRank(by).flatMap((set) => names.sets.get(JSON.stringify(set)) ?? []);
  return new Cypher.With(variable, ...sets, [printed, figure]).where(Cypher.isNotNull(figure));
}

function printRankedBy(by: RankedBy, binding: Binding, names: Names): Cypher.Expr {
  switch (by.kind) {
    case 'Value':
      return printOperand(by.of, binding, names);
    case 'Figure':
      return printFigureOf(by.hop, by.condition, by.figure, binding, names);
    case 'ShareOf': {
      const { hop, among } = by;
      const some = printCondition({ kind: 'Related', hop, condition: among, tests: [] }, binding, names);
      return new Cypher.Case().when(some).then(printPercent(by, binding, names));
    }
  }
}
