// Fails when the generated types are not what schema/ gives now.

import { readFile } from 'node:fs/promises';
import { generate, loadContext } from '@graphql-codegen/cli';

const context = await loadContext('codegen.ts');
context.updateConfig({ silent: true });
const outputs = await generate(context, false);
const stale = [];
for (const { filename, content } of outputs) {
  if ((await readFile(filename, 'utf8').catch(() => null)) !== content) stale.push(filename);
}
if (stale.length > 0) {
  console.error(`Out of date:\n  ${stale.join('\n  ')}\nRun: npm run codegen`);
  process.exit(1);
}
console.log(`${outputs.length} generated files are up to date.`);
