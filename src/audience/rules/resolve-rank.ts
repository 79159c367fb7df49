import { at } from './build.ts';
import { type Fault, fault, type TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { measuredFault } from './measured.ts';
import { readDecimal, readInt } from './numbers.ts';
import { namesOf, reportUnknownName, resolvePath, resolveSteps, spell } from './resolve-path.ts';
import { type FieldEntry, relationIn, scopeNouns } from './scopes.ts';
import type { RankSyntax, RuleSyntax } from './syntax.ts';
import type { MeasureName, Rank, RankFigure, Rule, Scope } from './tree.ts';
import { typeNouns } from './value-nouns.ts';

/** The kinds of objects that are ranked. */
export const rankedScopes: readonly Scope[] = ['customer', 'order', 'product', 'store', 'staff'];

/** Why a size is none; null when it is one. */
export function sizeFault(text: string, unit: Rank['unit']): Fault | null {
  const reading = unit === 'percent' ? readDecimal(text) : readInt(text);
  if ('fault' in reading) return reading.fault;
  const size = Number(reading.value);
  if (size > 0 && (unit === 'objects' || size <= 100))
    return unit === 'percent' && tooFine(text) ? fineFault(text) : null;
  const reason = unit === 'percent' ? 'a percentage over 0, up to 100, is needed' : 'a number of 1 or more is needed';
  return fault('INVALID_NUMBER', { found: text, reason }).fault;
}

// so that the number of objects times the percentage fits whole numbers
const tooFine = (text: string) => (text.split('.')[1] ?? '').replace(/0+$/, '').length > 6;
const fineFault = (text: string) =>
  fault('INVALID_NUMBER', { found: text, reason: 'a percentage has at most 6 digits after the decimal point' }).fault;

/** Why objects cannot be ranked by a field; null when they can. */
export function rankedFault(path: string, { type, derived }: FieldEntry): Fault | null {
  if (derived) return fault('NOT_RANKABLE', { path, type: 'reckoned anew at each moment' }).fault;
  if (type === 'Int' || type === 'Decimal' || type === 'Date' || type === 'DateTime') return null;
  return fault('NOT_RANKABLE', { path, type: typeNouns[type] }).fault;
}

/** A rank with its names checked; null when something was reported. */
export function resolveRank(
  syntax: RankSyntax,
  scope: Scope,
  { report }: { readonly report: TextReport },
  inner: (syntax: RuleSyntax, scope: Scope) => Rule | null,
): Rule | null {
  const owner = resolveSteps(syntax.path, scope, report, syntax.size);
  if (owner === null) return null;
  if (!rankedScopes.includes(owner)) {
    report.add(syntax, 'MISPLACED_RANK', { owner: scopeNouns[owner] });
    return null;
  }
  const by = readFigure(syntax, owner, report, inner);
  const among = syntax.among === null ? null : inner(syntax.among, owner);
  const unit = syntax.percent ? 'percent' : 'objects';
  if (by === null || syntax.size.kind === 'broken' || (syntax.among !== null && among === null)) return null;
  const rank = { kind: 'Rank', side: syntax.side, unit, by, among } as const;
  if (syntax.size.kind === 'parameter') return at(namesOf(syntax.path), { ...rank, size: `$${syntax.size.text}` });
  const wrong = sizeFault(syntax.size.text, unit);
  const reading = readDecimal(syntax.size.text);
  if (wrong !== null || 'fault' in reading) {
    if (wrong !== null) report.addFault(syntax.size, wrong);
    return null;
  }
  return at(namesOf(syntax.path), { ...rank, size: reading.value });
}

function readFigure(
  syntax: RankSyntax,
  owner: Scope,
  report: TextReport,
  inner: (syntax: RuleSyntax, scope: Scope) => Rule | null,
): RankFigure | null {
  const { by, measure } = syntax;
  if (measure !== null) return readMeasure({ ...syntax, measure }, owner, report, inner);
  const field = resolvePath(by, owner, report);
  const wrong = field && rankedFault(spell(by), field);
  if (wrong !== null) report.addFault(by[0] as Token, wrong);
  return field === null || wrong !== null ? null : { kind: 'Value', path: namesOf(by) };
}

function readMeasure(
  { by, where, measure, of }: RankSyntax & { readonly measure: Token },
  owner: Scope,
  report: TextReport,
  inner: (syntax: RuleSyntax, scope: Scope) => Rule | null,
): RankFigure | null {
  const name = by[0] as Token;
  const entry = relationIn(owner, name.text);
  if (entry === undefined || by.length > 1) {
    if (entry === undefined) reportUnknownName(name, owner, [], report);
    else report.add(name, 'NOT_A_FIELD', { path: name.text, owner: 'a relation' });
    return null;
  }
  const named = measure.text.toLowerCase() as MeasureName;
  if (!entry.measures.includes(named)) {
    const reason = `it can be measured by ${entry.measures.join(', ')}`;
    report.add(measure, 'MEASURE_NOT_ALLOWED', { measure: named, relation: entry.relation, reason });
    return null;
  }
  const field = of === null ? null : resolvePath(of, entry.toMany, report);
  const wrong = of === null || field === null ? null : measuredFault(named, entry.relation, spell(of), field);
  if (wrong !== null) report.addFault(of?.[0] ?? measure, wrong);
  const selected = where === null ? null : inner(where, entry.toMany);
  if ((of !== null && field === null) || wrong !== null || (where !== null && selected === null)) return null;
  return { kind: 'Measure', relation: entry.relation, where: selected, measure: named, ...(of && { of: namesOf(of) }) };
}
