import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';

const EVERY_MS = 500;

/**
 * Brings the stored members of live segments up to date, twice a second if there is anything to do.
 * @returns the way to stop that, which waits for what runs
 */
export function keepMembersFresh({ live, log }: Application): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  async function look(): Promise<void> {
    try {
      if (await live.isBehind()) await live.catchUp();
    } catch (error) {
      log.warn(`Members of segments were not brought up to date: ${messageOf(error)}`);
    }
    if (!stopped) timer = setTimeout(go, EVERY_MS);
  }
  let running = Promise.resolve();
  function go(): void {
    running = look();
  }
  go();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
