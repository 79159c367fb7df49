/**
 * The values that generated worlds are made of, so that generated rules speak of things that occur.
 * Spellings that Unicode tells apart and NFKC does not, and that only differ in case, are here on purpose.
 */
export const vocabulary = {
  sources: ['pos', 'tmall', 'wechat', 'web'],
  cities: ['Shanghai', 'shanghai', 'Ｓhanghai', '上海', 'Zürich', 'Zu\u0308rich', 'New "York" \\ 1'],
  addressLines: ['Yuyuan Rd 1', 'Ｙuyuan Rd 1', 'Nanjing Rd 9'],
  provinces: ['Shanghai', 'Zhejiang', '浙江'],
  countries: ['CN', 'CH'],
  regions: ['East', 'South-West'],
  formats: ['flagship', 'outlet'],
  names: ['Lin', '林美', 'Liu Yan', 'ﬁona', 'fiona'],
  languages: ['zh-CN', 'en'],
  genders: ['FEMALE', 'MALE', 'OTHER', 'UNKNOWN'],
  birthDates: ['1990-02-28', '1992-02-29', '2001-12-31'],
  tags: ['hiker', 'Hiker', 'vip', 'ｖip', 'sales-capability-low', '户外'],
  titles: ['clerk', 'manager'],
  brands: ['Northridge', 'northridge', '凯乐石'],
  categories: [
    ['Outdoor', 'Trekking', 'Trekking poles'],
    ['Outdoor', 'Shell jackets'],
    ['Hiking shoes'],
    ['Outdoor'],
    ['Bags', 'Outdoor'],
  ],
  promotions: ['618', '双11'],
  channels: ['store', 'mini-program', 'Store'],
  eventNames: ['store_visit', 'scan_qr', 'page_view'],
  platforms: ['ios', 'android', 'web'],
  models: ['iPhone 17', 'Mate 80'],
  scopes: ['brand', 'open-1', 'app-mini', 'app-service', 'shop-1'],
  prices: ['0.01', '99.99', '399.00', '1000', '2500.50'],
  currencies: ['CNY', 'USD', 'JPY'],
  storeCodes: ['sh-01', 'sh-02', 'hz-01', 'hz-02', 'zh-01', 'zz-99'],
  staffCodes: ['e-1', 'e-2', 'e-3', 'e-4', 'e-99'],
  skus: ['pole-1', 'pole-2', 'shell-1', 'shoe-1', 'bag-1', 'bag-2', 'model-a', 'zz-9'],
} as const;
