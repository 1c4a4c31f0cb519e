import type { DivisionRank } from '../regions/division.ts'
import { ZONE_NAME } from '../regions/zones.ts'

/** Words of offices, works and people that hold a letter which elsewhere ends the name of a place. */
const NO_PLACE = new RegExp(
  [
    '城市(?=管理|建设|更新|运[行营]|规划|综合|发展|供水|公用|环境|绿化|园林|交通|社会|居民|道路|治理|服务|执法|轨道|排水|照明|房屋|土地|住房|和|$)',
    '市场|市容|市政(?=公用|工程|设施|园林|环[卫境]|道路|养护|建设|管理|和|[局处])|市民(?![政族防])',
    '(?:社|小|校|辖|库|保护)区|区[域块划]|县域|省会|联盟|盟员|旗帜',
    ZONE_NAME,
  ].join('|'),
  'g',
)
const LETTER = /[省市区县州旗盟]/g
const RANK_OF: Readonly<Record<string, Exclude<DivisionRank, 'township'>>> = {
  省: 'province',
  市: 'prefecture',
  州: 'prefecture',
  盟: 'prefecture',
  区: 'county',
  县: 'county',
  旗: 'county',
}

/**
 * Where the name of a body has letters that end the names of places, whether or not a list holds the place: 市 and 区 in
 * 甲市乙区教育局, none in 城市管理局, 市场监督管理局 or 开发区建设局.
 */
export function unitLetters(name: string): { readonly at: number; readonly rank: Exclude<DivisionRank, 'township'> }[] {
  const places = name
    .replace(NO_PLACE, (word) => '·'.repeat(word.length))
    .replace(/自治区/g, '··省')
    .replace(/地区/g, '·州')
  return [...places.matchAll(LETTER)].map(({ 0: letter, index }) => ({ at: index, rank: RANK_OF[letter]! }))
}

/** Whether the name begins with that of a place: 甲市水利局, not 市水利局 or 城市管理局. */
export function namesPlace(name: string): boolean {
  const first = unitLetters(name)[0]
  return first !== undefined && first.at > 0 && !name.startsWith('自治区')
}
