import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { measuredFault } from './measured.ts';
import { readDecimal, readInt } from './numbers.ts';
import { measureTypes, operatorOfSign } from './operators.ts';
import { namesOf, reportUnknownName, resolvePath, resolveSteps, spell } from './resolve-path.ts';
import { entryOf, fieldsOf, isField, isRelation, isToOne, type RelationEntry } from './scopes.ts';
import { nearest } from './suggest.ts';
import type { MeasureSyntax, Related, RuleSyntax } from './syntax.ts';
import type { Measure, MeasureName, Scope } from './tree.ts';

/** What a name with where and measures turned out to be. */
export interface ResolvedRelation {
  /** Null when the name was reported; `where` is still to be looked at, in the scope that was probably meant. */
  readonly entry: RelationEntry | null;
  readonly where: { readonly syntax: RuleSyntax; readonly scope: Scope } | null;
  /** Null when one was reported. */
  readonly measures: readonly Measure[] | null;
}

const none: Measure = { measure: 'count', operator: 'eq', value: '0' };

/** Finds the relation and reads its measures. Null when the name was reported and nothing else can be said. */
export function resolveRelation(syntax: Related, scope: Scope, report: TextReport): ResolvedRelation | null {
  const { path, no, where, measures } = syntax;
  const steps = path.slice(0, -1);
  const name = path.at(-1) as Token;
  const owner = resolveSteps(steps, scope, report, name);
  if (owner === null) return null;
  const entry = entryOf(owner, name.text);
  if (entry !== undefined && isRelation(entry)) {
    const read = readMeasures(syntax, entry, report);
    return { entry, where: where === null ? null : { syntax: where, scope: entry.toMany }, measures: read };
  }
  const spelled = spell(path);
  const piece = { start: path[0]?.start ?? name.start, end: name.end };
  if (entry === undefined) {
    reportUnknownName(name, owner, namesOf(steps), report);
  } else if (isField(entry) && no === null && where === null && measures.length === 0) {
    report.add(piece, 'MISSING_OPERATOR', { path: spelled });
  } else {
    report.add(no ?? piece, 'NOT_A_RELATION', { path: spelled }, isToOne(entry) ? [`${spelled}.…`] : []);
  }
  const meant = meantScope(name.text, owner);
  return where === null || meant === null
    ? null
    : { entry: null, where: { syntax: where, scope: meant }, measures: null };
}

/** The scope inside the brackets of a name that is nearly a relation's, or that leads to one object. */
function meantScope(name: string, scope: Scope): Scope | null {
  const entry = entryOf(scope, name) ?? entryOf(scope, nearest(name, Object.keys(fieldsOf(scope)))[0] ?? '');
  if (entry === undefined || isField(entry)) return null;
  return isRelation(entry) ? entry.toMany : entry.toOne;
}

function readMeasures({ no, measures }: Related, entry: RelationEntry, report: TextReport): Measure[] | null {
  const [first] = measures;
  if (no !== null && first !== undefined) {
    const reason = '`no` already says that the count is 0';
    const parameters = { measure: first.measure.text, relation: `no ${entry.relation}`, reason };
    report.add(first.measure, 'MEASURE_NOT_ALLOWED', parameters);
    return null;
  }
  if (no !== null) return [none];
  const read = measures.map((measure) => readMeasure(measure, entry, report));
  const found = read.filter((measure) => measure !== null);
  return found.length < read.length ? null : found;
}

function readMeasure(syntax: MeasureSyntax, entry: RelationEntry, report: TextReport): Measure | null {
  const { measure, operator, number, percent } = syntax;
  const name = measure.text.toLowerCase() as MeasureName;
  const sign = operatorOfSign[operator.text];
  if (!entry.measures.includes(name)) {
    const reason = `it can be measured by ${entry.measures.join(', ')}`;
    report.add(measure, 'MEASURE_NOT_ALLOWED', { measure: name, relation: entry.relation, reason });
    return null;
  }
  const of = syntax.of === null ? undefined : readMeasured(name, syntax.of, entry, report);
  if (of === null || number.kind === 'broken' || sign === undefined) return null;
  if (percent !== (name === 'share')) {
    const expected = percent ? 'a number without %' : 'a percentage';
    report.add(number, 'UNEXPECTED_TOKEN', { expected, found: `\`${number.text}${percent ? ' %' : ''}\`` }, [
      percent ? number.text : `${number.text} %`,
    ]);
    return null;
  }
  if (number.kind === 'parameter')
    return { measure: name, ...(of && { of }), operator: sign, value: `$${number.text}` };
  const reading = measureTypes[name] === 'Int' ? readInt(number.text) : readDecimal(number.text);
  if ('value' in reading) return { measure: name, ...(of && { of }), operator: sign, value: String(reading.value) };
  report.addFault(number, reading.fault);
  return null;
}

/** The names of the value that is measured; null when one was reported. */
function readMeasured(
  measure: MeasureName,
  path: readonly Token[],
  entry: RelationEntry,
  report: TextReport,
): string[] | null {
  const field = resolvePath(path, entry.toMany, report);
  if (field === null) return null;
  const fault = measuredFault(measure, entry.relation, spell(path), field);
  if (fault === null) return namesOf(path);
  report.addFault({ start: path[0]?.start ?? 0, end: path.at(-1)?.end ?? 0 }, fault);
  return null;
}
