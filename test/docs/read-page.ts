import { readFileSync } from 'node:fs';

/** A page of docs/, with its fenced blocks in their order. */
export interface Page {
  readonly text: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

/** Reads a page of docs/. */
export function readPage(name: string): Page {
  const text = readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```(\w+)\n([\s\S]*?)\n```/g)].map(([, language = '', body = '']) => ({
    language,
    text: body,
  }));
  return { text, blocks };
}

/** Blocks of one language that are followed at once by one of JSON: what is asked, and what is answered. */
export function withJson({ blocks }: Page, language: string): { text: string; json: Record<string, unknown> }[] {
  return blocks.flatMap(({ text }, index) => {
    const next = blocks[index + 1];
    return blocks[index]?.language === language && next?.language === 'json'
      ? [{ text, json: JSON.parse(next.text) }]
      : [];
  });
}

/** The rows of the first table below a heading, without its head: each a list of cells. */
export function tableUnder({ text }: Page, heading: string): string[][] {
  const section = text.split(new RegExp(`^## ${heading}$`, 'm'))[1]?.split(/^## /m)[0] ?? '';
  const [table = ''] = /(?:^\|.*\n)+/m.exec(section) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) =>
      row
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    );
}

/** What stands between backticks in a cell. */
export function codes(cell: string): string[] {
  return [...cell.matchAll(/`([^`]*)`/g)].map(([, code = '']) => code);
}
