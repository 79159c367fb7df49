import { readdir, readFile } from 'node:fs/promises';
import { dirname, join, posix, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Rooms from the ground up: a room imports only from itself and from rooms before it. */
const FLOORS = ['platform', 'intake', 'catalogue', 'profile', 'audience', 'entry'];
/** Files that put the rooms together may import all of them. */
const WIRING = ['src/main.ts', 'src/application.ts', 'src/application-services.ts', 'src/entry/'];

interface Import {
  readonly from: string;
  /** A path from the root for own files, else the package. */
  readonly to: string;
  readonly typeOnly: boolean;
}

let files: Map<string, string>;
let imports: Import[];

beforeAll(async () => {
  const names = (await readdir(join(root, 'src'), { recursive: true }))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => `src/${name.split(sep).join('/')}`);
  files = new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(root, name), 'utf8')] as const)),
  );
  imports = [...files].flatMap(([from, text]) => importsOf(from, text));
});

/** Static imports, re-exports and dynamic imports with a literal. */
function importsOf(from: string, text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  const statements = code.matchAll(
    /^\s*(?:import|export)\s+(type\s+)?(?:[\w*\s{},$]+?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gm,
  );
  return [...statements].map((match) => {
    const specifier = (match[2] ?? match[3]) as string;
    const to = specifier.startsWith('.') ? posix.join(posix.dirname(from), specifier) : specifier;
    return { from, to, typeOnly: match[1] !== undefined };
  });
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? '';
}

function isTest(file: string): boolean {
  return file.endsWith('.test.ts') || file.includes('/testing/');
}

function shown(found: readonly Import[]): string[] {
  return found.map(({ from, to }) => `${from} -> ${to}`).sort();
}

function importsAcross(): Import[] {
  return imports.filter(({ from, to }) => !isTest(from) && to.startsWith('src/') && roomOf(from) !== roomOf(to));
}

test('there is something to look at', () => {
  expect(files.size).toBeGreaterThan(20);
  expect(imports.length).toBeGreaterThan(files.size);
  const statement =
    "import type { A } from './a.ts';\nexport { b } from '../b.ts';\nconst c = await import('./c.ts');\nimport 'd';";
  expect(importsOf('src/x/y.ts', statement)).toEqual([
    { from: 'src/x/y.ts', to: 'src/x/a.ts', typeOnly: true },
    { from: 'src/x/y.ts', to: 'src/b.ts', typeOnly: false },
    { from: 'src/x/y.ts', to: 'src/x/c.ts', typeOnly: false },
    { from: 'src/x/y.ts', to: 'd', typeOnly: false },
  ]);
});

test('every relative import names a file that exists', () => {
  expect(shown(imports.filter(({ to }) => to.startsWith('src/') && to.endsWith('.ts') && !files.has(to)))).toEqual([]);
});

test('a room imports only from rooms below it', () => {
  const upward = importsAcross().filter(({ from, to }) => {
    if (WIRING.some((wiring) => from.startsWith(wiring))) return false;
    const [source, target] = [FLOORS.indexOf(roomOf(from)), FLOORS.indexOf(roomOf(to))];
    if (source === -1) return roomOf(to) !== 'platform';
    return target === -1 || target > source;
  });
  expect(shown(upward)).toEqual([]);
});

test('the wiring is imported by nobody but itself and the ways in', () => {
  const wiring = importsAcross().filter(({ from, to }) => {
    const isWiring = WIRING.some((wiring) => to.startsWith(wiring));
    return isWiring && !WIRING.some((allowed) => from.startsWith(allowed));
  });
  expect(shown(wiring)).toEqual([]);
});

test('the rule language stands alone', () => {
  const outside = imports.filter(
    ({ from, to }) =>
      from.startsWith('src/audience/rules/') &&
      !isTest(from) &&
      !to.startsWith('src/audience/rules/') &&
      to !== 'temporal-polyfill',
  );
  expect(shown(outside)).toEqual([]);
});

test('the demo data knows only the platform', () => {
  const outside = importsAcross().filter(({ from, to }) => roomOf(from) === 'demo' && roomOf(to) !== 'platform');
  expect(shown(outside)).toEqual([]);
});

test('only platform/neo4j speaks to the driver', () => {
  const outside = imports.filter(({ from, to }) => /^neo4j-driver/.test(to) && !from.startsWith('src/platform/neo4j/'));
  expect(shown(outside)).toEqual([]);
});

test('only platform/config.ts reads the environment', () => {
  const readers = [...files]
    .filter(([, text]) => /\bprocess\.env\b|\bprocess\[['"]env/.test(text))
    .map(([name]) => name);
  expect(readers).toEqual(['src/platform/config.ts']);
});

// An `import type` is gone at run time, so two files may know each other's types.
test('no file imports itself by a roundabout way', () => {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly && to.startsWith('src/')) next.set(from, [...(next.get(from) ?? []), to]);
  }
  expect(findCycles(next)).toEqual([]);
});

/** Each circle once, as `a -> b -> a`. */
function findCycles(next: ReadonlyMap<string, readonly string[]>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const path: string[] = [];
  function visit(file: string): void {
    const at = path.indexOf(file);
    if (at !== -1) {
      cycles.push([...path.slice(at), file].join(' -> '));
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const target of next.get(file) ?? []) visit(target);
    path.pop();
    done.add(file);
  }
  for (const file of next.keys()) visit(file);
  return cycles;
}

test('circles are found', () => {
  const circle = new Map([
    ['a', ['b']],
    ['b', ['c', 'd']],
    ['c', ['a']],
    ['d', []],
  ]);
  expect(findCycles(circle)).toEqual(['a -> b -> c -> a']);
});

test('every room and folder of rooms says what it is for', async () => {
  const rooms = [...new Set([...files.keys()].map((name) => dirname(name)))].filter(
    (name) => name.split('/').length === 2,
  );
  const without: string[] = [];
  for (const room of rooms) {
    const entries = await readdir(join(root, room));
    if (!entries.includes('README.md')) without.push(relative(root, join(root, room)));
  }
  expect(without).toEqual([]);
});
