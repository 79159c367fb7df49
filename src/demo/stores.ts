import { type Calendar, formatInstant } from './calendar.ts';
import { cityOf } from './places.ts';
import { weighted } from './random.ts';
import type { DemoStore, StoreFormat } from './types.ts';

type Strength = 'weak' | 'middling' | 'strong';

/** A shop with what the demo knows of it and its sales figures only show. */
export interface Shop {
  code: string;
  name: string;
  format: StoreFormat;
  city: string;
  openedOn: string;
  strength: Strength;
  /** How many people come, against others. */
  traffic: number;
  tags: string[];
}

type Row = readonly [code: string, place: string, city: string, openedOn: string, strength: Strength, traffic: number];

// Eight of each format, two of them weak: the lowest quarter of a format is those two.
const rows: Readonly<Record<StoreFormat, readonly Row[]>> = {
  flagship: [
    ['sh-01', "Jing'an", 'Shanghai', '2015-04-18', 'strong', 1.7],
    ['bj-01', 'Chaoyang', 'Beijing', '2016-09-03', 'strong', 1.6],
    ['gz-01', 'Tianhe', 'Guangzhou', '2017-05-20', 'middling', 1.55],
    ['sz-01', 'Futian', 'Shenzhen', '2018-03-10', 'strong', 1.4],
    ['cd-01', 'Jinjiang', 'Chengdu', '2018-10-01', 'middling', 1.55],
    ['hz-01', 'West Lake', 'Hangzhou', '2019-04-27', 'middling', 1.55],
    ['wh-01', 'Jianghan', 'Wuhan', '2020-09-12', 'weak', 1.05],
    ['xa-01', 'Yanta', "Xi'an", '2021-05-01', 'weak', 1.05],
  ],
  mall: [
    ['sh-02', 'Pudong', 'Shanghai', '2017-11-04', 'strong', 1.2],
    ['bj-02', 'Haidian', 'Beijing', '2018-06-16', 'middling', 1.55],
    ['gz-02', 'Panyu', 'Guangzhou', '2019-09-21', 'middling', 1.55],
    ['sz-02', 'Nanshan', 'Shenzhen', '2020-11-07', 'strong', 1.1],
    ['nj-01', 'Xuanwu', 'Nanjing', '2019-03-30', 'middling', 1.55],
    ['cq-01', 'Yuzhong', 'Chongqing', '2020-05-23', 'middling', 1.55],
    ['tj-01', 'Heping', 'Tianjin', '2021-09-18', 'weak', 0.95],
    ['sh-03', 'Yangpu', 'Shanghai', '2022-04-09', 'weak', 0.95],
  ],
  outlet: [
    ['sh-04', 'Qingpu', 'Shanghai', '2018-12-08', 'strong', 1.3],
    ['bj-03', 'Fangshan', 'Beijing', '2019-06-29', 'middling', 1.55],
    ['su-01', 'Yangcheng Lake', 'Suzhou', '2020-08-22', 'middling', 1.55],
    ['cd-02', 'Shuangliu', 'Chengdu', '2021-03-27', 'middling', 1.55],
    ['fs-01', 'Chancheng', 'Foshan', '2021-10-16', 'middling', 1.55],
    ['hz-02', 'Xiasha', 'Hangzhou', '2022-01-15', 'strong', 1.15],
    ['cs-01', 'Yuelu', 'Changsha', '2022-09-24', 'weak', 0.95],
    ['qd-01', 'Laoshan', 'Qingdao', '2023-04-29', 'weak', 0.95],
  ],
};

const formats: readonly StoreFormat[] = ['flagship', 'mall', 'outlet'];

function tagsOf(format: StoreFormat, strength: Strength): string[] {
  const tags = format === 'flagship' ? ['high-street'] : [format];
  if (strength === 'weak') tags.push('sales-capability-low');
  if (strength === 'strong') tags.push('showcase');
  return tags;
}

/** All 24 shops, flagships first. */
export const shops: readonly Shop[] = formats.flatMap((format) =>
  rows[format].map(([code, place, city, openedOn, strength, traffic]) => ({
    code,
    name: `${city} ${place}${format === 'outlet' ? ' Outlet' : ''}`,
    format,
    city,
    openedOn,
    strength,
    traffic,
    tags: tagsOf(format, strength),
  })),
);

/** Draws a shop, busy ones more often. */
export const drawShop = weighted(shops, (shop) => shop.traffic);

const shopsByCity = new Map<string, Shop[]>();
for (const shop of shops) shopsByCity.set(shop.city, [...(shopsByCity.get(shop.city) ?? []), shop]);

/** The shops of a city, none if it has none. */
export function shopsIn(city: string): readonly Shop[] {
  return shopsByCity.get(city) ?? [];
}

/** The tablet on the counter of a flagship: many people's, so nobody's. Other shops have none. */
export function tabletOf(shop: Shop): string | null {
  return shop.format === 'flagship' ? `tablet-${shop.code}` : null;
}

/** The shop as an import record. */
export function storeRecord(shop: Shop, calendar: Calendar): DemoStore {
  const { province, region } = cityOf(shop.city);
  const { code, name, format, city, openedOn, tags } = shop;
  const updatedAt = formatInstant(calendar.startOf(0));
  return { code, name, format, city, province, country: 'CN', region, openedOn, tags: [...tags], updatedAt };
}
