import { tidyText } from '../profile-values.ts';
import { foldText, hasHan, soundsOf } from './fold-text.ts';

/** A name taken apart for comparison. */
export interface PersonName {
  /** As it is shown to people. */
  readonly shown: string;
  /** Its Chinese characters, simplified, family name first; null for another script. */
  readonly written: string | null;
  /** Letters of the whole name (pinyin for Chinese), in each order of its parts. */
  readonly whole: readonly string[];
  /** Letters of the parts, empty where a part is not known; null where nobody can tell the parts. */
  readonly parts: { readonly family: string; readonly given: string } | null;
  /** Which part is the family name is known; else the two may be the other way round. */
  readonly ordered: boolean;
}

const titles = /^(mr|mrs|ms|miss|mx|dr|prof|sir|madam|jr|sr)$/;
const honorifics = /(先生|女士|小姐|太太|老师|阿姨|师傅)$/;
const doubleFamilies = new Set(
  '欧阳 司马 上官 诸葛 夏侯 司徒 东方 皇甫 尉迟 公孙 慕容 长孙 宇文 令狐 端木 独孤 南宫 司空 轩辕 钟离 闻人 申屠 公羊 澹台 拓跋 百里 呼延 东郭 左丘 西门 万俟 赫连 闾丘 太叔 濮阳 淳于 单于 第五'.split(
    ' ',
  ),
);
const LONGEST_HAN_NAME = 4;

// lü as input methods (lv) and passports (lyu) spell it.
const syllable = (word: string) => word.replace(/^([ln])(?:v|yu)(e?)$/, '$1u$2');
const letters = (word: string) => word.replace(/[^\p{L}\p{N}]/gu, '');
const both = (one: string, other: string) => [...new Set([one + other, other + one])].filter((whole) => whole !== '');

function hanName(shown: string, folded: string, family: string | null): PersonName | null {
  const characters = folded.replace(/[^\p{Script=Han}]/gu, '').replace(honorifics, '');
  if (characters === '') return null;
  const stated = family !== null && characters.startsWith(family) ? family.length : null;
  const familyLength = stated ?? (doubleFamilies.has(characters.slice(0, 2)) && characters.length > 2 ? 2 : 1);
  const sounds = soundsOf(characters, true);
  const isName = stated !== null || characters.length <= LONGEST_HAN_NAME;
  const parts = isName
    ? { family: sounds.slice(0, familyLength).join(''), given: sounds.slice(familyLength).join('') }
    : null;
  const whole = parts === null ? [sounds.join('')] : both(parts.family, parts.given);
  return { shown, written: characters, whole, parts, ordered: true };
}

function latinName(shown: string, folded: string): PersonName | null {
  const [beforeComma = '', afterComma] = folded.replace(/['’`]/g, '').split(',', 2);
  const wordsOf = (text: string) =>
    text
      .replace(/(?<=\p{L})-(?=\p{L})/gu, '')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !titles.test(word))
      .map(syllable);
  if (afterComma !== undefined) return latinParts(shown, wordsOf(beforeComma).join(''), wordsOf(afterComma).join(''));
  const words = wordsOf(folded);
  const [first = '', ...rest] = words;
  const last = rest.pop();
  if (first === '') return null;
  if (last === undefined) return { shown, written: null, whole: [first], parts: null, ordered: false };
  // "Lin Xiao Yu" and "Xiao Yu Lin", "John Paul Smith": a family name stands at either end.
  const whole = both(first, [...rest, last].join('')).concat(
    rest.length > 0 ? both([first, ...rest].join(''), last) : [],
  );
  return { shown, written: null, whole: [...new Set(whole)], parts: { family: last, given: first }, ordered: false };
}

function latinParts(shown: string, family: string, given: string): PersonName | null {
  if (family === '' && given === '') return null;
  return { shown, written: null, whole: both(family, given), parts: { family, given }, ordered: true };
}

function fromParts(familyName: string | null, givenName: string | null): PersonName | null {
  if (familyName === null && givenName === null) return null;
  const [family, given] = [foldText(familyName ?? ''), foldText(givenName ?? '')];
  if (hasHan(family) || (family === '' && hasHan(given))) {
    const shown = `${familyName ?? ''}${givenName ?? ''}`;
    if (family !== '') return hanName(shown, family + given, family);
    const sound = soundsOf(given, false).join('');
    return { shown, written: null, whole: [sound], parts: { family: '', given: sound }, ordered: true };
  }
  const join = (text: string) => letters(text.split(/\s+/).map(syllable).join(''));
  return latinParts([givenName, familyName].filter((part) => part !== null).join(' '), join(family), join(given));
}

/** The names that a profile states: the one that is shown and the one of its parts, where these differ. */
export function readNames(profile: {
  readonly displayName?: string | null;
  readonly givenName?: string | null;
  readonly familyName?: string | null;
}): PersonName[] {
  const [displayName, givenName, familyName] = [
    tidyText(profile.displayName),
    tidyText(profile.givenName),
    tidyText(profile.familyName),
  ];
  const stated = fromParts(familyName, givenName);
  const folded = foldText(displayName ?? '');
  const family = familyName === null ? null : foldText(familyName);
  const display = hasHan(folded) ? hanName(displayName ?? '', folded, family) : latinName(displayName ?? '', folded);
  if (stated === null || display === null) return [stated ?? display].filter((name) => name !== null);
  const isWhole = stated.parts?.family !== '' && stated.parts?.given !== '';
  const isOther = !display.whole.some((form) => stated.whole.includes(form));
  return isWhole ? (isOther ? [stated, display] : [stated]) : [display];
}
