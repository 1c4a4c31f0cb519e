import type { Division } from './division.ts'
import { divisionOf, unitsNamed } from './gazetteer.ts'

/** Government apps and platforms that one place alone runs; its reports speak of them without naming the place. */
const PLATFORMS: Readonly<Record<string, string>> = {
  京通: '110000',
  津心办: '120000',
  冀时办: '130000',
  三晋通: '140000',
  蒙速办: '150000',
  辽事通: '210000',
  吉事办: '220000',
  龙江全省事: '230000',
  随申办: '310000',
  随申码: '310000',
  苏服办: '320000',
  苏康码: '320000',
  浙里办: '330000',
  浙政钉: '330000',
  皖事通: '340000',
  皖政通: '340000',
  闽政通: '350000',
  赣服通: '360000',
  赣政通: '360000',
  爱山东: '370000',
  豫事办: '410000',
  鄂汇办: '420000',
  鄂参通: '420000',
  湘易办: '430000',
  粤省事: '440000',
  粤商通: '440000',
  粤政易: '440000',
  粤执法: '440000',
  粤康码: '440000',
  桂通办: '450000',
  智桂通: '450000',
  海易办: '460000',
  渝快办: '500000',
  渝快政: '500000',
  天府通办: '510000',
  云上贵州: '520000',
  秦务员: '610000',
  甘快办: '620000',
  我的宁夏: '640000',
  穗好办: '440100',
  深i学: '440300',
  i深圳: '440300',
  莞家政务: '441900',
  杭州办事服务: '330100',
  蓉易办: '510100',
  i厦门: '350200',
  宁归来: '320100',
  我的南京: '320100',
  爱青岛: '370200',
  爱西安: '610100',
}
const PLATFORM_NAMES = Object.keys(PLATFORMS)

/** 法治湖南, 数字福建, 壮美广西: a word of praise before a place's bare name is how that place speaks of itself. */
const SLOGAN =
  /(?:法治|平安|数字|清廉|壮美|美丽|幸福|健康|信用|诚信|智慧)([\u4e00-\u9fff]{2,3})(?=[^\u4e00-\u9fff]|$|建设|目标|一体化)/g
/** What a province's bare name lacks: 广东, 广西, 宁夏. */
export const PROVINCE_ENDS = ['省', '市', '自治区', '壮族自治区', '回族自治区', '维吾尔自治区']

/** The places whose own platforms and slogans the text uses. @param text folded to Simplified */
export function placesOfLocalWords(text: string): Division[] {
  const platforms = PLATFORM_NAMES.filter((name) => text.includes(name)).map((name) => divisionOf(PLATFORMS[name]!)!)
  const slogans = [...text.matchAll(SLOGAN)].flatMap(([, name]) =>
    PROVINCE_ENDS.flatMap((end) => unitsNamed(name + end)),
  )
  return [...new Set([...platforms, ...slogans])].filter(({ rank }) => rank !== 'county')
}
