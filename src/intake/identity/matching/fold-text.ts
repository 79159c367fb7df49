import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import { plainText } from '../normalise-identifier.ts';

const toSimplified = Converter({ from: 't', to: 'cn' });
const han = /\p{Script=Han}/u;

export const hasHan = (text: string): boolean => han.test(text);

/** The text as it is compared: NFKC, simplified characters, lower case, Latin letters without their marks. */
export function foldText(text: string): string {
  const plain = plainText(text).toLowerCase();
  const simplified = hasHan(plain) ? toSimplified(plain) : plain;
  return simplified.normalize('NFD').replace(/\p{M}/gu, '').normalize('NFC');
}

// Input methods write ü as v, passports as yu or u.
const plainSyllable = (syllable: string) => syllable.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The pinyin of folded Chinese characters without tones, a syllable each; ü is u.
 * @param isName the first characters are a family name, whose reading may be its own (单 shan, 仇 qiu)
 */
export function soundsOf(characters: string, isName: boolean): string[] {
  const syllables = pinyin(characters, { toneType: 'none', type: 'array', surname: isName ? 'head' : 'off' });
  return syllables.map(plainSyllable);
}

/** Letters of a text whatever it is written in: pinyin for Chinese characters; letters and digits only. */
export function lettersOf(folded: string): string {
  const text = hasHan(folded) ? soundsOf(folded, false).join('') : folded;
  return text.replace(/[^\p{L}\p{N}]/gu, '');
}
