import { matches } from './build.ts';
import { describe } from './cursor.ts';
import type { TextReport } from './errors.ts';
import type { Token } from './lexer.ts';
import { ruleLimits } from './limits.ts';
import { readDecimal } from './numbers.ts';
import type { MatchesSyntax } from './syntax.ts';
import type { GivenValue, Rule } from './tree.ts';

/** Reads the values given to a fragment; whether they fit is known where the fragment is. Null when something was reported. */
export function resolveMatches({ fragment, values }: MatchesSyntax, report: TextReport): Rule | null {
  const given: Record<string, GivenValue> = {};
  for (const { name, values: tokens, list } of values) {
    if (tokens.length > ruleLimits.list) {
      report.add(name, 'LIST_TOO_LONG', { length: tokens.length });
      return null;
    }
    const read = tokens.map((token) => readGiven(token, report));
    const found = read.filter((value) => value !== null);
    if (found.length < read.length) return null;
    given[name.text] = list ? found : (found[0] as string | number);
  }
  return matches(fragment.text, given);
}

/** Whole numbers are numbers, all else is text, as a filter would have it. */
function readGiven(token: Token, report: TextReport): string | number | null {
  if (token.kind !== 'number') return token.text;
  const reading = readDecimal(token.text);
  if ('value' in reading) {
    const number = Number(reading.value);
    return Number.isSafeInteger(number) && !reading.value.includes('.') ? number : reading.value;
  }
  report.add(token, 'INVALID_NUMBER', { found: describe(token), reason: 'write a number such as 5000 or 199.5' });
  return null;
}
