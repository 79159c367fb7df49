import type { Application } from '../../application.ts';
import { messageOf } from '../../platform/errors.ts';
import { lookNowAndEvery } from './look-every.ts';

const EVERY_MS = 86_400_000;
const LOOK_EVERY_MS = 3_600_000;

/**
 * Makes a new value model, in the background, whenever there is none or it is older than a day.
 * @returns the way to stop that
 */
export function keepValueFresh({ value, clock, log }: Application): () => void {
  async function look(): Promise<void> {
    const model = await value.model();
    if (model && clock.now().getTime() - Date.parse(model.fittedAt) < EVERY_MS) return;
    await value.refresh();
  }
  return lookNowAndEvery(LOOK_EVERY_MS, look, (error) =>
    log.warn(`The value model was not brought up to date: ${messageOf(error)}`),
  );
}
