/** A province-level unit as the product shows it: one character, one tone, one place in the tile map. */
export type ProvinceElement = {
  key: string;
  symbol: string;
  name: string;
  nameEn: string;
  col: number;
  row: number;
  tone: string;
};

/** The 34 codes of GB/T 2260 and 兵团, in their fixed order. The tile map goes by bearing; it is not a map. */
export const provinces: readonly ProvinceElement[] = [
  { key: '110000', symbol: '京', name: '北京', nameEn: 'Beijing', col: 6, row: 2, tone: '#24466B' },
  { key: '120000', symbol: '津', name: '天津', nameEn: 'Tianjin', col: 7, row: 3, tone: '#1F5F7F' },
  { key: '130000', symbol: '冀', name: '河北', nameEn: 'Hebei', col: 6, row: 3, tone: '#2A6C62' },
  { key: '140000', symbol: '晋', name: '山西', nameEn: 'Shanxi', col: 5, row: 3, tone: '#7A4E3A' },
  { key: '150000', symbol: '蒙', name: '内蒙古', nameEn: 'Inner Mongolia', col: 5, row: 2, tone: '#3E5350' },
  { key: '210000', symbol: '辽', name: '辽宁', nameEn: 'Liaoning', col: 7, row: 2, tone: '#6B4B2C' },
  { key: '220000', symbol: '吉', name: '吉林', nameEn: 'Jilin', col: 8, row: 1, tone: '#2C668C' },
  { key: '230000', symbol: '黑', name: '黑龙江', nameEn: 'Heilongjiang', col: 8, row: 0, tone: '#0E5553' },
  { key: '310000', symbol: '沪', name: '上海', nameEn: 'Shanghai', col: 8, row: 6, tone: '#3A4464' },
  { key: '320000', symbol: '苏', name: '江苏', nameEn: 'Jiangsu', col: 7, row: 5, tone: '#24496B' },
  { key: '330000', symbol: '浙', name: '浙江', nameEn: 'Zhejiang', col: 7, row: 6, tone: '#1F5F7F' },
  { key: '340000', symbol: '皖', name: '安徽', nameEn: 'Anhui', col: 6, row: 5, tone: '#7A2F2B' },
  { key: '350000', symbol: '闽', name: '福建', nameEn: 'Fujian', col: 6, row: 7, tone: '#2F6A46' },
  { key: '360000', symbol: '赣', name: '江西', nameEn: 'Jiangxi', col: 6, row: 6, tone: '#3F6A72' },
  { key: '370000', symbol: '鲁', name: '山东', nameEn: 'Shandong', col: 6, row: 4, tone: '#14566E' },
  { key: '410000', symbol: '豫', name: '河南', nameEn: 'Henan', col: 5, row: 4, tone: '#77492E' },
  { key: '420000', symbol: '鄂', name: '湖北', nameEn: 'Hubei', col: 5, row: 5, tone: '#33474F' },
  { key: '430000', symbol: '湘', name: '湖南', nameEn: 'Hunan', col: 5, row: 6, tone: '#3B6B3D' },
  { key: '440000', symbol: '粤', name: '广东', nameEn: 'Guangdong', col: 5, row: 7, tone: '#1F4F77' },
  { key: '450000', symbol: '桂', name: '广西', nameEn: 'Guangxi', col: 4, row: 6, tone: '#77492E' },
  { key: '460000', symbol: '琼', name: '海南', nameEn: 'Hainan', col: 4, row: 8, tone: '#5A4B6A' },
  { key: '500000', symbol: '渝', name: '重庆', nameEn: 'Chongqing', col: 4, row: 4, tone: '#7C4A4A' },
  { key: '510000', symbol: '川', name: '四川', nameEn: 'Sichuan', col: 3, row: 4, tone: '#15545C' },
  { key: '520000', symbol: '贵', name: '贵州', nameEn: 'Guizhou', col: 4, row: 5, tone: '#17585A' },
  { key: '530000', symbol: '云', name: '云南', nameEn: 'Yunnan', col: 3, row: 5, tone: '#3D5C33' },
  { key: '540000', symbol: '藏', name: '西藏', nameEn: 'Xizang', col: 1, row: 4, tone: '#2C668C' },
  { key: '610000', symbol: '陕', name: '陕西', nameEn: 'Shaanxi', col: 4, row: 3, tone: '#33474F' },
  { key: '620000', symbol: '甘', name: '甘肃', nameEn: 'Gansu', col: 2, row: 3, tone: '#84532C' },
  { key: '630000', symbol: '青', name: '青海', nameEn: 'Qinghai', col: 2, row: 4, tone: '#24496B' },
  { key: '640000', symbol: '宁', name: '宁夏', nameEn: 'Ningxia', col: 3, row: 3, tone: '#80591F' },
  { key: '650000', symbol: '新', name: '新疆', nameEn: 'Xinjiang', col: 0, row: 2, tone: '#2C668C' },
  { key: '710000', symbol: '台', name: '台湾', nameEn: 'Taiwan', col: 8, row: 7, tone: '#2F6A46' },
  { key: '810000', symbol: '港', name: '香港', nameEn: 'Hong Kong', col: 6, row: 8, tone: '#7A4E3A' },
  { key: '820000', symbol: '澳', name: '澳门', nameEn: 'Macao', col: 5, row: 8, tone: '#24466B' },
  { key: 'XPCC', symbol: '兵', name: '兵团', nameEn: 'XPCC', col: 1, row: 2, tone: '#2A6C62' },
];
