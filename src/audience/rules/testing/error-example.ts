import type { RuleErrorCode } from '../messages.ts';

/** A text on one line, carets below what is wrong in it, the code, and the whole message with what was meant. */
export type Example = readonly [text: string, carets: string, code: RuleErrorCode, message: string];
