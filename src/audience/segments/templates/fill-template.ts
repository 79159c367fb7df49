import { DomainError } from '../../../platform/errors.ts';
import { parseRule, quote, readDuration, spellDuration } from '../../rules/index.ts';
import type { SegmentTemplate, TemplateParameter } from './templates.ts';

/**
 * The text of a template with values put in; a value that is not given is the default.
 * @throws DomainError BAD_USER_INPUT for a value of another type, or one that the template does not have
 */
export function fillTemplate(template: SegmentTemplate, values: unknown = {}): string {
  if (!isRecord(values)) throw refuse('values must be an object: a value by the name of each parameter.');
  const names = template.parameters.map(({ name }) => name);
  const strange = Object.keys(values).find((name) => !names.includes(name));
  if (strange !== undefined) {
    throw refuse(`The template ${template.id} has no ${strange}: it has ${names.join(', ') || 'no parameters'}.`);
  }
  // in one go, so that braces in a value are not taken for a parameter
  return template.text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const parameter = template.parameters.find((one) => one.name === name);
    if (!parameter) throw new Error(`The template ${template.id} does not declare ${name}.`);
    return write(parameter, values[name]);
  });
}

/**
 * The text of a template with `$name` where a parameter goes, for `parameters` of a query; null for one whose numbers stand where a
 * rule takes none from the call (`within {months} months`).
 */
export function withParameters(template: SegmentTemplate): string | null {
  const text = template.text.replace(/\{(\w+)\}/g, (_, name: string) => `$${name}`);
  return parseRule(text, { timeZone: 'UTC' }).ok ? text : null;
}

function write({ name, type, default: usual }: TemplateParameter, given: unknown): string {
  const value = given ?? usual;
  if (type === 'TEXT' && typeof value === 'string') return quote(value);
  if (type === 'NUMBER' && typeof value === 'number' && Number.isFinite(value) && value >= 0 && value < 1e15) {
    return String(value);
  }
  if (type === 'TEXTS' && Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string')) {
    return `(${value.map(quote).join(', ')})`;
  }
  if (type === 'SPAN' && typeof value === 'string') {
    const read = readDuration(value);
    if ('value' in read) return spellDuration(read.value);
  }
  const wanted = {
    SPAN: 'a duration such as P7D or PT48H',
    TEXT: 'a text',
    TEXTS: 'a list of texts',
    NUMBER: 'a number from 0 on',
  }[type];
  throw refuse(`${name} must be ${wanted}.`);
}

function refuse(message: string): DomainError {
  return new DomainError('BAD_USER_INPUT', message, { argument: 'values' });
}

function isRecord(values: unknown): values is Readonly<Record<string, unknown>> {
  return typeof values === 'object' && values !== null && !Array.isArray(values);
}
