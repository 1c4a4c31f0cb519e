import type { Row } from './rows.ts'
import type { Token } from './tokens.ts'

/** The government itself limits only as what it is party to. */
const AS_PARTY = /^(?:[为作]*(?:被告|被申请人)|名义|被诉)/

/** Of all agencies' heads, those of one government. */
const OF_ONE_GOVERNMENT = /^[省市州盟县区旗]/

const AS_ITS_HEAD = /^(?:主要|分管)?(?:负责人|领导)(?:共|均|实际|带头|参加)?(?:出庭|应诉)/

const LONGEST_PARTY = 12

/** Families of which a government's own and those of its departments are told apart: 以县政府为被告14件, 县政府制定规范性文件6件. */
const OWN_APART: ReadonlySet<string> = new Set(['rules', 'reconsideration', 'litigation'])

const GOVERNMENT = /(?:[省市县区旗州盟]|自治[县区州旗])(?:人民)?政府(?:本级)?$/

const COUNTY = /^(?:[县区旗]|自治[县旗])/

const TOLD_TO = /[向报经对由请受给及和与、]$/

const ITS_PART =
  /^(?:常务会|办公|工作|部门|各|系统|同意|批准|要求|法制|法治|网站|门户|信息|采购|会议|合同|投资|购买|法律|行政复议|名义|及|和|与|、|令|领导|负责|主要)/

const WITH = /(?:通过|依托|运用|利用|借助|使用|登录|录入)[^,;。“”"]{0,8}[“"][^“”"]*$/

const SYSTEM = /^[^“”"]{0,12}[”"](?:行政执法|执法|监管|信息|网络|综合|管理|手机)*(?:平台|系统|小程序|APP|软件)/i

const LONGEST_NAME = 24

const ENLISTS = /^(?:组织|发动|动员|邀请|联合|会同|协调|抽调|选派|安排|聘请|深入|走进|进入|赴)$/

const GOES_TO = /^(?:深入|走进|进入|赴)$/

const CARRIES_OUT = /^(?:开展|进行|参与|深入|上门|入户|实施)/

const RELIES = /(?:依托|依靠|借助|发挥|整合)(?:县|市|区|镇|街道|各|全)*[“"]?$/

/** What names all levels of a place behind their list. */
const LEVELS = /^(?:[、和及与]?[\u4e00-\u9fff()]{1,6}){0,2}(?:两级|二级|三级|四级|各级)/

const LONGEST_LEVELS = 12

/** 乡镇和县直单位 together are all of them. */
const TOWNS =
  /^(?:各)?(?:乡镇|镇街|镇乡|乡镇\(街道\)|乡镇街道|街道|街镇|苏木镇|苏木乡镇|县市|县\(市、区\)|县区|县市区)$/

const DEPARTMENTS = /^(?:[省市县区州旗盟地]直)?(?:各)?(?:部门|单位|机关)$|^[省市县区州旗盟地]直$/

/** 街道、居委两级 are all levels. */
export function isOfLevels(text: string, tokens: readonly Token[], at: number): boolean {
  const behind = text.slice(tokens[at]!.end, tokens[at]!.end + LONGEST_LEVELS)
  return LEVELS.test(behind)
}

/** 依托“执法+监督”平台: with what it was done, no part of what was done. */
export function isTool(text: string, { isQuoted, start, end }: Token): boolean {
  return (
    isQuoted &&
    WITH.test(text.slice(Math.max(0, start - LONGEST_NAME), start)) &&
    SYSTEM.test(text.slice(end, end + LONGEST_NAME))
  )
}

/** 组织村组干部开展排查: whoever does the work for the reporter is no part of it; of bodies, those that it goes to. */
export function isEnlisted(text: string, tokens: readonly Token[], at: number): boolean {
  const said = ({ start, end }: Token) => text.slice(start, end)
  const limit = tokens[at]!.word?.limit
  if (limit !== 'group' && limit !== 'body') return false
  if (!tokens.slice(at + 1).some((token) => CARRIES_OUT.test(said(token)))) return false
  const from = tokens.slice(0, at).findLastIndex((token) => ENLISTS.test(said(token)))
  if (from === -1 || (limit === 'body' && !GOES_TO.test(said(tokens[from]!)))) return false
  return tokens.slice(from + 1, at).every(({ kind }) => kind === 'list' || kind === 'word' || kind === 'unknown')
}

/** 依托县矛调中心化解纠纷: the county's own means. */
export function isRelied(text: string, { word, start }: Token): boolean {
  return (
    (word?.limit === 'arm' || word?.limit === 'body') &&
    RELIES.test(text.slice(Math.max(0, start - LONGEST_NAME), start))
  )
}

export function isAllBodies(text: string, tokens: readonly Token[], at: number): boolean {
  const said = (token: Token | undefined) => (token === undefined ? '' : text.slice(token.start, token.end))
  if (!TOWNS.test(said(tokens[at])) && !DEPARTMENTS.test(said(tokens[at]))) return false
  const near = tokens.slice(Math.max(0, at - 4), at + 5).map(said)
  return near.some((words) => TOWNS.test(words)) && near.some((words) => DEPARTMENTS.test(words))
}

/** A county's government is one of the bodies of its county: what it does itself is a part where its departments do it too. */
export function isGovernmentAlone(text: string, { start, end }: Token, row: Row | null): boolean {
  const words = text.slice(start, end)
  if (row?.entry == null || !words.includes('政府') || !GOVERNMENT.test(words)) return false
  if (!OWN_APART.has(row.family)) return false
  // Since the reform of 2021 one body of a county receives all its reconsiderations.
  if (row.entry.code.startsWith('reconsideration.') && COUNTY.test(words)) return false
  return !TOLD_TO.test(text.slice(Math.max(0, start - 1), start)) && !ITS_PART.test(text.slice(end, end + 3))
}

export function isParty(text: string, tokens: readonly Token[], at: number): boolean {
  const behind = text.slice(tokens[at]!.end, tokens[at]!.end + LONGEST_PARTY)
  return AS_PARTY.test(behind) || (OF_ONE_GOVERNMENT.test(text.slice(tokens[at]!.start)) && AS_ITS_HEAD.test(behind))
}
