const signals = ['SIGINT', 'SIGTERM'] as const;

/** Stops gracefully at the first SIGINT or SIGTERM, at once at the second. Returns the way to stop listening. */
export function onStopSignal(stop: () => Promise<void>, say: (text: string) => void): () => void {
  let stopping = false;
  const listener = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    say('Stopping: finishing what runs …');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        say(`Could not stop cleanly: ${error instanceof Error ? error.message : String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
