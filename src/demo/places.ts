import type { Random } from './random.ts';
import type { DemoAddress } from './types.ts';

/** A city with the districts people there give in their addresses. */
export interface City {
  name: string;
  province: string;
  region: 'East' | 'North' | 'South' | 'West';
  districts: readonly string[];
}

function city(name: string, province: string, region: City['region'], districts: string): City {
  return { name, province, region, districts: districts.split(' ') };
}

/** Cities by name. The last five have no store: people there buy online. */
const cities: readonly City[] = [
  city('Shanghai', 'Shanghai', 'East', '静安区 浦东新区 徐汇区 杨浦区 闵行区 长宁区'),
  city('Hangzhou', 'Zhejiang', 'East', '西湖区 上城区 滨江区 余杭区'),
  city('Nanjing', 'Jiangsu', 'East', '玄武区 鼓楼区 建邺区'),
  city('Suzhou', 'Jiangsu', 'East', '姑苏区 吴中区 虎丘区'),
  city('Beijing', 'Beijing', 'North', '朝阳区 海淀区 东城区 西城区 丰台区'),
  city('Tianjin', 'Tianjin', 'North', '和平区 南开区 河西区'),
  city('Qingdao', 'Shandong', 'North', '市南区 崂山区 李沧区'),
  city('Guangzhou', 'Guangdong', 'South', '天河区 越秀区 海珠区 番禺区'),
  city('Shenzhen', 'Guangdong', 'South', '福田区 南山区 宝安区 罗湖区'),
  city('Foshan', 'Guangdong', 'South', '禅城区 南海区 顺德区'),
  city('Changsha', 'Hunan', 'South', '岳麓区 芙蓉区 天心区'),
  city('Wuhan', 'Hubei', 'West', '江汉区 武昌区 洪山区'),
  city("Xi'an", 'Shaanxi', 'West', '雁塔区 碑林区 未央区'),
  city('Chengdu', 'Sichuan', 'West', '锦江区 武侯区 青羊区 双流区'),
  city('Chongqing', 'Chongqing', 'West', '渝中区 江北区 沙坪坝区'),
  city('Kunming', 'Yunnan', 'West', '五华区 盘龙区'),
  city('Dali', 'Yunnan', 'West', '下关街道 大理镇'),
  city('Xiamen', 'Fujian', 'South', '思明区 湖里区'),
  city('Harbin', 'Heilongjiang', 'North', '南岗区 道里区'),
  city('Lhasa', 'Tibet', 'West', '城关区 堆龙德庆区'),
];

/** Where people live who have no store in their city. */
export const citiesWithoutStore: readonly City[] = cities.slice(-5);

const cityByName = new Map(cities.map((entry) => [entry.name, entry]));

/** A city by its name; throws when the tables do not hold it. */
export function cityOf(name: string): City {
  const found = cityByName.get(name);
  if (!found) throw new RangeError(`no such city in the tables: ${name}`);
  return found;
}

const streets = '中山路 人民路 解放路 建设路 和平路 文化路 新华路 长江路 青年路 学府路 滨河路 云岭路'.split(' ');

/** A home address there. */
export function drawAddress(random: Random, home: City): DemoAddress {
  const line = `${random.pick(streets)}${random.between(1, 999)}号${random.between(1, 30)}栋${random.between(1, 28)}0${random.between(1, 4)}室`;
  return { line, district: random.pick(home.districts), city: home.name, province: home.province, country: 'CN' };
}
