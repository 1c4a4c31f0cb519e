import { type Gap, isOtherPart, type Piece } from '../../pages/around-rows.ts'
import { leadsAway } from '../../pages/choices.ts'
import { resolveHref } from '../../pages/links.ts'
import { unknownCall } from './unknown-calls.ts'
import { pagerWordOf } from './words.ts'

/** Words of controls behind a list that turn no pages. */
const OTHER_WORDS = new RegExp(
  [
    '打印|关闭|返回|顶部|分享|收藏|转发|微信|微博|朋友圈|qq|复制|字[体号]|纠错|无障碍|适老|长者|关怀|手机版|客户端|电脑版|繁|简体|二维码|扫一?扫',
    '登录|注册|搜索|查询|检索|重置|请输入|关键|验证码|密码|提交|满意|客服|咨询|智能|问答|机器人|反馈|评论|点赞|邮箱|邮件|订阅|举报|投诉|留言',
    '播放|朗读|语音|导出|网站地图|联系|隐私|声明|备案|公安|政府网|部委|国务院|省级|友情|链接|最新|热门|推荐|排行',
    '^(?:[大中小]|en|english|首页|主页|第一页|上一?页|前一页|(?:查看|阅读|下载|详情|附件)(?:全文|原文|详情|附件)?)$',
    '^(?:q|s|k|wd|kw|key\\w*|search\\w*|title|content)$',
  ].join('|'),
  'i',
)
const OTHER_MARKS =
  /share|weixin|wechat|weibo|qq|qzone|print|close|(?<![a-z])top|prev|left|fav|font|search|keyword|login|user|pass|qr|kefu|audio|video|play|logo|first|jiucuo|conac/i
/** A control with more words is a row, or leads to a text. */
const MAX_WORDS = 16
/** A link whose words are signs or numbers belongs to no text: ›, ②, (3), P2. */
const SIGN = /^(?:[^\p{L}\p{N}\s]{1,3}|[^\p{L}\s]{0,2}\p{N}{1,3}[^\p{L}\s]{0,2}|p(?:age)?\s?[0-9]{1,3})$/iu
const FIRST = /^\D{0,2}[01]\D{0,2}$|^[<‹«←◀《〈|]{1,3}$/
/** Words that count pages or rows. */
const COUNTS =
  /第\s?[0-9一二三四五六七八九十]{1,4}\s?页|[共总合]计?\s?[0-9一二三四五六七八九十]{1,6}\s?[页条篇项]|每页|页码|页次|(?<![0-9/.-])[0-9]{1,4}\s?\/\s?[0-9]{1,5}(?![0-9/.-])|(?:^|\s)1\s+2\s+3(?:\s|$)|\b(?:page|total|showing|records|entries)\b|(?:跳|转|去|前往|到)第?\s{0,3}页/i
/** Words that turn pages by a script that is bound to them. */
const WORKED = /加载|翻页|更多|展开(?!菜单|导航)|其余|剩余|显示全部|换一批|[下后]一[批组]|跳转|(?:^|\s)go(?:\s|$)/i
/** One page of one, which is this one. */
const ONE_PAGE = /第\s?[1一]\s?页|[共总]\s?[1一]\s?页|(?<![0-9])1\s?\/\s?1(?![0-9])|页[码次]\s?:?\s?1?(?![0-9/])/g

/** The page whose rows are looked behind. */
export interface Here {
  readonly base: string
  readonly url: string
  /** Its inline scripts. */
  readonly scripts: string
  readonly hasScripts: boolean
}

/**
 * The first thing around the rows of a list that may lead to more of them and that nothing explains. What stands behind several rows
 * belongs to each of them. Null if there is none.
 * @param gaps what stands before the first row, then behind each
 */
export function unexplainedAround(gaps: readonly Gap[], here: Here): string | null {
  const times = new Map<string, number>()
  for (const { pieces } of gaps) {
    for (const key of new Set(pieces.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1)
  }
  const said = (pattern: RegExp, where: readonly Gap[]) => {
    const found = where.flatMap(({ text }) => pattern.exec(text.replace(ONE_PAGE, ' '))?.[0] ?? [])
    return found.length === 1 ? `words that nothing explains: ${found[0]!.trim()}` : null
  }
  const words = said(COUNTS, gaps.slice(1)) ?? (here.hasScripts ? said(WORKED, gaps.slice(1)) : null)
  if (words !== null) return words
  for (const piece of gaps.flatMap(({ pieces }) => pieces)) {
    if (times.get(keyOf(piece)) === 1 && !isExplained(piece, here)) return nameOf(piece)
  }
  return null
}

const MAX_CONTROLS = 20

/**
 * Words of what a visitor can work around the rows that nothing explains and that is no part of a pager: on a later page they may be of
 * something that the first page does not have.
 */
export function unexplainedControls(gaps: readonly Gap[], here: Here): string[] {
  const worked = here.hasScripts ? gaps.slice(1).flatMap(({ text }) => WORKED.exec(text)?.[0].trim() ?? []) : []
  const controls = gaps
    .flatMap(({ pieces }) => pieces)
    .filter(({ kind, words, isInPager }) => kind === 'control' && words !== '' && !isInPager)
    .filter(({ words }) => !SIGN.test(words) && pagerWordOf({ text: words, hint: '' }) === null)
    .filter((piece) => !isExplained(piece, here))
  return [...new Set([...worked, ...controls.map(({ words }) => words.replace(/[0-9]+/g, ''))])].slice(0, MAX_CONTROLS)
}

function keyOf({ kind, tag, words, marks }: Piece): string {
  return `${kind} ${tag} ${words.replace(/[0-9]+/g, '')} ${marks.replace(/[0-9]+/g, '')}`
}

function isExplained(piece: Piece, here: Here): boolean {
  const { kind, tag, words, href, marks, values, isDisabled, isInPager } = piece
  if (kind === 'script') return unknownCall(words, here.scripts, 1) === null
  if (kind === 'empty') return !here.hasScripts || (!isInPager && isOtherPart(marks))
  if (tag === 'select') return values.length < 2 || values.some(leadsAway)
  if (isDisabled || OTHER_WORDS.test(words) || FIRST.test(words) || words.length > MAX_WORDS) return true
  if (words !== '' && words.replace(ONE_PAGE, '').trim() === '') return true
  // Forms are sent without a script.
  if (href === null && !here.hasScripts && tag !== 'input' && tag !== 'button') return true
  if (href === null) return OTHER_MARKS.test(marks)
  const target = resolveHref(href, here.base)
  if (target === null || target === here.url) return true
  return !(isInPager || SIGN.test(words) || isSamePath(target, here.url))
}

/** An address that differs from the list's own in its query leads to another part of the list. */
function isSamePath(target: string, url: string): boolean {
  const [there, here] = [new URL(target), new URL(url)]
  return there.host === here.host && there.pathname === here.pathname && there.pathname !== '/'
}

function nameOf({ kind, tag, words, marks, isInPager }: Piece): string {
  const what = (words || marks).trim().replace(/\s+/g, ' ').slice(0, 60)
  if (kind === 'empty') return `an empty element behind the rows: ${what}`
  if (kind === 'script') return `a script behind the rows: ${what}`
  return `a control ${isInPager ? 'of a pager' : 'behind the rows'} that is not understood: <${tag}> ${what}`
}
