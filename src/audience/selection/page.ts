import { checkCount } from '../../platform/check-count.ts';
import { DomainError } from '../../platform/errors.ts';

/** How many edges a connection gives when neither `first` nor `last` is said. */
export const DEFAULT_PAGE_SIZE = 50;
/** The most edges one page may hold. */
export const MAX_PAGE_SIZE = 250;

/** The four Relay paging arguments as a resolver gets them. */
export interface PageArguments {
  readonly first?: number | null;
  readonly after?: string | null;
  readonly last?: number | null;
  readonly before?: string | null;
}

/** Checked paging arguments: `backward` when `last` was given. Cursors are still text. */
export interface Page {
  readonly size: number;
  readonly direction: 'forward' | 'backward';
  readonly after: string | null;
  readonly before: string | null;
}

/**
 * Checks paging arguments and fills in the default size.
 * @throws DomainError BAD_USER_INPUT (details.argument) for first with last, or a size outside 1..250.
 */
export function checkPage(page: PageArguments): Page {
  const { first, last } = page;
  if (first != null && last != null) {
    throw new DomainError('BAD_USER_INPUT', 'first and last exclude each other: give one of them.', {
      argument: 'last',
    });
  }
  if (first != null) checkCount('first', first, MAX_PAGE_SIZE);
  if (last != null) checkCount('last', last, MAX_PAGE_SIZE);
  return {
    size: first ?? last ?? DEFAULT_PAGE_SIZE,
    direction: last == null ? 'forward' : 'backward',
    after: page.after ?? null,
    before: page.before ?? null,
  };
}
