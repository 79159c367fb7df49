import type { Random } from './random.ts';

/** A name in hanzi and in pinyin. */
export interface PersonName {
  family: string;
  given: string;
  familyPinyin: string;
  givenPinyin: string;
}

interface Syllable {
  hanzi: string;
  pinyin: string;
}

function table(text: string): readonly Syllable[] {
  return text
    .trim()
    .split(/\s+/)
    .map((entry) => ({ hanzi: entry.slice(0, 1), pinyin: entry.slice(1) }));
}

const families = table(`
  王Wang 王Wang 王Wang 李Li 李Li 李Li 张Zhang 张Zhang 刘Liu 刘Liu 陈Chen 陈Chen 杨Yang 黄Huang 赵Zhao 吴Wu 周Zhou 徐Xu 孙Sun
  马Ma 朱Zhu 胡Hu 郭Guo 何He 林Lin 高Gao 罗Luo 郑Zheng 梁Liang 谢Xie 宋Song 唐Tang 许Xu 邓Deng 韩Han 冯Feng 曹Cao 彭Peng 曾Zeng
  肖Xiao 田Tian 董Dong 潘Pan 袁Yuan 蔡Cai 蒋Jiang 余Yu 于Yu 杜Du 叶Ye 程Cheng 魏Wei 苏Su 吕Lü 丁Ding 任Ren 卢Lu 姚Yao 沈Shen
  钟Zhong 姜Jiang 崔Cui 谭Tan 陆Lu 范Fan 汪Wang 廖Liao 石Shi 金Jin 韦Wei 贾Jia 夏Xia 方Fang 邹Zou 熊Xiong 白Bai 孟Meng 秦Qin
`);

const femaleGiven = table(`
  芳fang 娜na 敏min 静jing 丽li 艳yan 娟juan 霞xia 秀xiu 玲ling 婷ting 雪xue 慧hui 莉li 燕yan 倩qian 颖ying 琳lin 洁jie 梅mei
  悦yue 欣xin 怡yi 佳jia 雨yu 思si 梦meng 瑶yao 晓xiao 萱xuan 诗shi 涵han 紫zi 菲fei 若ruo 语yu 嘉jia 妍yan 月yue 晴qing
`);

const maleGiven = table(`
  伟wei 强qiang 磊lei 军jun 洋yang 勇yong 杰jie 涛tao 明ming 超chao 刚gang 平ping 辉hui 鹏peng 斌bin 波bo 宇yu 浩hao 凯kai 健jian
  俊jun 帆fan 亮liang 飞fei 志zhi 文wen 博bo 宁ning 鑫xin 晨chen 阳yang 泽ze 轩xuan 航hang 睿rui 翔xiang 昊hao 毅yi 峰feng 山shan
`);

/** A name; two syllables given in most cases. */
export function drawName(random: Random, gender: 'FEMALE' | 'MALE'): PersonName {
  const family = random.pick(families);
  const given = gender === 'FEMALE' ? femaleGiven : maleGiven;
  const first = random.pick(given);
  const second = random.chance(0.72) ? random.pick(given) : undefined;
  return {
    family: family.hanzi,
    given: first.hanzi + (second?.hanzi ?? ''),
    familyPinyin: family.pinyin,
    givenPinyin: capital(first.pinyin + (second?.pinyin ?? '')),
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** The name as somebody at a counter or a keyboard wrote it; not two sources write alike. */
export function spellName(random: Random, name: PersonName): string {
  const hanzi = name.family + name.given;
  const draw = random.next();
  if (draw < 0.74) return hanzi;
  if (draw < 0.82) return `${name.familyPinyin} ${name.givenPinyin}`;
  if (draw < 0.88) return `${name.givenPinyin} ${name.familyPinyin}`;
  if (draw < 0.92) return `${name.familyPinyin}${name.givenPinyin}`.toUpperCase();
  if (draw < 0.96) return ` ${hanzi}`;
  return `${name.family} ${name.given}`;
}

const nicknamePatterns: readonly ((given: string) => string)[] = [
  (given) => `小${given.slice(-1)}`,
  (given) => `${given.slice(-1)}在山野`,
  (given) => `爱徒步的${given.slice(-1)}`,
  (given) => `${given}🏕`,
  (given) => `阿${given.slice(-1)}`,
];

/** What a person calls themselves on WeChat or Tmall. */
export function drawNickname(random: Random, name: PersonName): string {
  return random.pick(nicknamePatterns)(name.given);
}

/** 林女士, 王先生: what a clerk notes who did not ask for the full name. */
export function courtesyName(name: PersonName, gender: 'FEMALE' | 'MALE'): string {
  return name.family + (gender === 'FEMALE' ? '女士' : '先生');
}
