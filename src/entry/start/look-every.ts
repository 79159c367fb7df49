/**
 * Looks again and again whether there is something to do, without keeping the process alive for it.
 * @returns the way to stop that
 */
export function lookEvery(
  everyMs: number,
  look: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): () => void {
  const timer = setInterval(() => void look().catch(onFailure), everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The same, beginning now. */
export function lookNowAndEvery(...[everyMs, look, onFailure]: Parameters<typeof lookEvery>): () => void {
  void look().catch(onFailure);
  return lookEvery(everyMs, look, onFailure);
}
