import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** Path of an identity rules file for the tests of a file; it is gone afterwards. */
export function useRulesFile(rules: object): string {
  const folder = mkdtempSync(join(tmpdir(), 'customer-graph-rules-'));
  const path = join(folder, 'identity-rules.json');
  writeFileSync(path, JSON.stringify(rules));
  afterAll(() => rmSync(folder, { recursive: true }));
  return path;
}
