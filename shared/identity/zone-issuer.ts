import { placeOfZone, ZONE_NAME, zoneIn } from '../regions/zones.ts'
import { squeeze } from '../text/lines.ts'
import type { IssuerClues } from './issuer.ts'

const COMMITTEE = '管委会'
const BODIES = `(?:${COMMITTEE}|管理委员会|(?:建设)?管理[局处]|管理办公室|管理服务中心|行政委员会|执委会|执行委员会)`
const BODY_OF_ZONE = new RegExp(`^[\\u4e00-\\u9fff]{2,20}(?:${ZONE_NAME})${BODIES}$`)
const BODY = new RegExp(`^${BODIES}`)
/** A development zone is run by its committee, whether or not the text says so; who runs other zones differs. */
const DEVELOPMENT = /(?:开发|高新|经开|产业园|工业园|保税|园)区$/
const LONGEST_PREFIX = 14
/** The sentences in which a text says who does the work. */
const LEAD = 1000
/** 2022年,开发区坚持…, 现将开发区2022年…, 2023年,经开区党工委、管委会…: the zone is the subject. */
const OPENING = new RegExp(
  `(?:^|[。,:\\n])\\s?(?:20\\d\\d年(?:以来)?,?)?(?:现将)?(?<zone>[\\u4e00-\\u9fff]{0,12}?(?:${ZONE_NAME}))(?:(?:党工委、?)?(?<body>${BODIES})|党工委|20\\d\\d年|(?=坚持|认真|深入|全面|扎实|始终|贯彻|落实|推进|紧紧|聚焦|严格|持续))`,
)
const IN_A_SENTENCE = /建设|打造|推[进动]|创建|支持|服务|加快|以|在|对|为|各|全|我|本|和|与|[省市县]委/
/** A government or a department that speaks of itself is not the zone that it names. */
const OTHERS = /[我全][省市县州旗镇乡]|我(?:[局厅委]|分局|[支大总]队|街道)/

/**
 * The body that runs a zone, as the document names it: by the zone's name with 管委会, 管理局 or the like in its
 * publisher's line, its header or its text. A development zone of which the document names no body is its 管委会;
 * for another zone nothing is added.
 */
export function nameOfZone(zone: string, { publishers, header, body }: IssuerClues): string {
  const lead = squeeze(body.slice(0, LEAD))
  const lines = [...publishers, ...header.map(({ text }) => squeeze(text))]
  for (const words of lines) {
    const at = words.indexOf(zone)
    const named = at === -1 ? undefined : BODY.exec(words.slice(at + zone.length))?.[0]
    const before = /[\u4e00-\u9fff]*$/.exec(words.slice(0, Math.max(0, at)))![0]
    if (named !== undefined && before.length <= LONGEST_PREFIX) return before + zone + named
  }
  const ofItsPlace = /^(?:国家级?)?$/.test(ownName(zone)) ? lines.find((words) => BODY_OF_ZONE.test(words)) : undefined
  if (ofItsPlace !== undefined) return ofItsPlace
  const inText = new RegExp(`${zone.slice(-3)}(?:党工委、?)?(${BODIES})`).exec(lead)?.[1]
  if (inText !== undefined) return zone + inText
  return DEVELOPMENT.test(zone) || /管委会|管理委员会/.test(lead) ? zone + COMMITTEE : zone
}

/** What a zone is called by before the words for its kind: 烟台 of 烟台经济技术开发区. */
function ownName(zone: string): string {
  return zone.slice(0, zoneIn(zone)?.start ?? 0)
}

/** The zone that a text's opening sentences have as their subject, with its body if they name it. */
export function zoneOpening(lead: string): string | null {
  const { zone, body } = OPENING.exec(lead)?.groups ?? {}
  if (zone === undefined || OTHERS.test(lead)) return null
  if (zoneIn(zone)?.end !== zone.length || IN_A_SENTENCE.test(ownName(zone))) return null
  return body === undefined ? zone : zone + body
}

/** A publisher that gives the zone with its place before it: 长兴经济技术开发区 for 开发区管委会. */
export function fullZone(name: string, publishers: readonly string[]): string | null {
  const zone = zoneIn(name)
  if (zone === null || !BODY.test(name.slice(zone.end))) return null
  const words = publishers.find(
    (publisher) => publisher.length > zone.end && publisher.endsWith(name.slice(0, zone.end)),
  )
  return words === undefined || placeOfZone(words) === null ? null : words + name.slice(zone.end)
}
