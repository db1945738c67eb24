// The provinces of China, because people were born, registered or employed outside the served region too.
// Pure. Names without the word for province, city or autonomous region.
import type { Texts } from './texts.ts'

/** First two digits of GB/T 2260 → name in Chinese and English. */
const provinces: Readonly<Record<string, readonly [string, string]>> = {
  11: ['北京', 'Beijing'], 12: ['天津', 'Tianjin'], 13: ['河北', 'Hebei'], 14: ['山西', 'Shanxi'], 15: ['内蒙古', 'Inner Mongolia'],
  21: ['辽宁', 'Liaoning'], 22: ['吉林', 'Jilin'], 23: ['黑龙江', 'Heilongjiang'],
  31: ['上海', 'Shanghai'], 32: ['江苏', 'Jiangsu'], 33: ['浙江', 'Zhejiang'], 34: ['安徽', 'Anhui'], 35: ['福建', 'Fujian'], 36: ['江西', 'Jiangxi'], 37: ['山东', 'Shandong'],
  41: ['河南', 'Henan'], 42: ['湖北', 'Hubei'], 43: ['湖南', 'Hunan'], 44: ['广东', 'Guangdong'], 45: ['广西', 'Guangxi'], 46: ['海南', 'Hainan'],
  50: ['重庆', 'Chongqing'], 51: ['四川', 'Sichuan'], 52: ['贵州', 'Guizhou'], 53: ['云南', 'Yunnan'], 54: ['西藏', 'Xizang'],
  61: ['陕西', 'Shaanxi'], 62: ['甘肃', 'Gansu'], 63: ['青海', 'Qinghai'], 64: ['宁夏', 'Ningxia'], 65: ['新疆', 'Xinjiang'],
  71: ['台湾', 'Taiwan'], 81: ['香港', 'Hong Kong'], 82: ['澳门', 'Macao'],
}

/** The province a code of a place lies in; undefined for a code of no province. */
export const provinceName = (code: string): Texts | undefined => {
  const [zh, en] = provinces[code.slice(0, 2)] ?? []
  return zh === undefined ? undefined : { 'zh-CN': zh, ...(en === undefined ? {} : { en }) }
}

/** Every province's name in Chinese, without the word for province. */
export const provinceNames = (): string[] => Object.values(provinces).map(([zh]) => zh)
