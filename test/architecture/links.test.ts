import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['src', 'docs', 'test', 'bench', 'tools'];

/** Pages as people read them, without fenced examples, by their path. */
async function readPages(): Promise<Map<string, string>> {
  const below = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((name) => join(folder, name)),
    ),
  );
  const names = ['README.md', 'CHANGELOG.md', ...below.flat()].filter((name) => name.endsWith('.md'));
  return new Map(
    names.map((name) => [name, readFileSync(join(root, name), 'utf8').replace(/```[\s\S]*?```/g, '')] as const),
  );
}

/** What a heading is called in a link. */
const anchorOf = (heading: string) =>
  heading
    .replace(/\]\([^)]*\)/g, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_\- ]/gu, '')
    .replaceAll(' ', '-');

test('every link between pages leads to a file, and to a heading in it', async () => {
  const pages = await readPages();
  const links = [...pages].flatMap(([page, text]) =>
    [...text.matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => ({ page, link })),
  );
  const broken = links.filter(({ page, link }) => {
    if (/^[a-z]+:/.test(link)) return false;
    const [path = '', anchor] = link.split('#');
    const file = path === '' ? page : join(dirname(page), path);
    if (!existsSync(join(root, file))) return true;
    if (anchor === undefined) return false;
    const headings = [...(pages.get(file) ?? '').matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading));
    return !headings.includes(anchor);
  });
  expect(broken).toEqual([]);
  expect(links.length).toBeGreaterThan(100);
});
