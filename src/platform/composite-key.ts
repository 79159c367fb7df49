/** Joins parts to one key with `|`; `\` and `|` inside a part are escaped, so different parts never give the same key. */
export function compositeKey(...parts: readonly string[]): string {
  return parts.map((part) => part.replace(/[\\|]/g, '\\$&')).join('|');
}

/** The parts that `compositeKey` joined. */
export function splitKey(key: string): string[] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < key.length; at++) {
    const character = key[at] as string;
    if (character === '|') {
      parts.push(part);
      part = '';
    } else if (character === '\\' && at + 1 < key.length) {
      at += 1;
      part += key[at];
    } else {
      part += character;
    }
  }
  parts.push(part);
  return parts;
}
