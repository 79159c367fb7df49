import type { Row } from '../../../platform/neo4j/database.ts';
import { printRule, type Sequence } from '../../rules/index.ts';
import type { Evidence } from './clause-tree.ts';
import type { NearMiss } from './near-miss.ts';
import { beginningsOf, stepKey } from './parts-of-leaf.ts';
import { evidenceOf, type FoundRelation, type ShownScope } from './relation-evidence.ts';
import type { Holds } from './rule-verdicts.ts';

/** What was found of the related objects of leaves. */
export interface FoundObjects {
  readonly related: ReadonlyMap<string, FoundRelation>;
  readonly shown: ReadonlyMap<ShownScope, ReadonlyMap<string, Row>>;
  readonly currency: string;
}

/** Each step: whether the sequence holds up to it, and the objects that it speaks of, whenever they were. */
export function sequenceEvidence(sequence: Sequence, holds: Holds, found: FoundObjects): Evidence[] {
  return beginningsOf(sequence).flatMap((beginning, index) => {
    const step = sequence.steps[index] as Sequence['steps'][number];
    const objects = found.related.get(stepKey(sequence, index));
    const evidence = objects ? evidenceOf(step.relation, objects, found.shown, found.currency) : [];
    return [{ type: 'step', step: index + 1, rule: sayStep(sequence, index), reached: holds(beginning) }, ...evidence];
  });
}

/** How far the customer came, in words. */
export function missOfSequence(sequence: Sequence, holds: Holds, wanted: boolean): NearMiss {
  const text = printRule(sequence);
  const reached = beginningsOf(sequence).filter(holds).length;
  const message = wanted ? sayStop(sequence, reached) : `all ${sequence.steps.length} steps are reached`;
  const missed = { rule: wanted ? text : `not ${text}`, found: { reached, of: sequence.steps.length }, message };
  return { kind: 'MEASURE', message, object: null, met: [], missed: [missed] };
}

function sayStop(sequence: Sequence, reached: number): string {
  const step = sequence.steps[reached];
  const of = `step ${reached + 1} of ${sequence.steps.length}`;
  if (!step?.absent) return `${of} is not reached: ${sayStep(sequence, reached)}`;
  const open = step.within === null ? '' : ', or its time is not over yet';
  return `${of} does not hold: it happened each time${open}: ${sayStep(sequence, reached)}`;
}

/** One step as the rule says it. */
function sayStep({ steps }: Sequence, index: number): string {
  const step = steps[index] as Sequence['steps'][number];
  if (index === 0) return printRule({ kind: 'Relation', relation: step.relation, where: step.where, measures: [] });
  // two steps always print as `… then …`
  const first = { relation: step.relation, where: null, within: null, absent: false };
  const text = printRule({ kind: 'Sequence', steps: [first, step] });
  return text.slice(text.indexOf(' then ') + ' then '.length);
}
