import type { Element } from './tree.ts'

/** What stands on a page beside the article: told by the element, by its names, or by the words of a line. */

const NEVER_CONTENT = new Set(
  'script style noscript template iframe object embed svg canvas select button textarea nav footer aside head audio video map del s strike dialog datalist rt rp noembed noframes annotation annotation-xml'.split(
    ' ',
  ),
)
/** True for elements whose words no reader sees as part of an article: by their kind, not by their style (`keepSeen`). */
export function isNeverContent({ name, attribs }: Element): boolean {
  return NEVER_CONTENT.has(name) && !(name === 'dialog' && attribs.open !== undefined)
}

/** Names of parts that are usually not content; the caller weighs what is in them. */
export const BOILERPLATE_NAMES =
  /(?:^|[\s_-])(?:nav\w{0,8}|menu|crumbs?|bread\w{0,8}|location|position|dqwz|weizhi|share\w{0,8}|bdshare\w{0,16}|relat\w{0,8}|xg(?:wj|yd|xw|lj|wz|xx|jd)|recommend\w{0,8}|foot\w{0,8}|bottom|copyright|side\w{0,8}|toolbar|print\w{0,8}|pag(?:er|ing|ination)|pre\w{0,4}next|qrcode|ewm|erweima|header|login|comment\w{0,4}|friendlink|yqlj)(?=$|[\s_\d-])/

/** Names of boxes of other articles or of readers' words. */
export const BESIDE_NAMES =
  /(?:^|[\s_-])(?:relat\w{0,8}|xg(?:wj|yd|xw|lj|wz|xx|jd)|recommend\w{0,8}|tuijian|tj(?:yd|wz|xw)|guess\w{0,8}|hot-?(?:news|list|rank)?|friendlink|yqlj|comments?|comment-?(?:list|box|area)|pinglun|liuyan|discuss\w{0,4})(?=$|[\s_\d-])/

const BOILERPLATE_LINE =
  /^(?:[【[(（「]?\s?(?:字体|字号|打印|关闭|分享到?|收藏|返回顶部|返回|大\s?中\s?小)|(?:您|你)?(?:现在|当前|所在)的?(?:位置|页面)|首页\s?[>»›-]|(?:上|下)一(?:篇|条|页)|扫一扫|扫码|我要纠错|责任编辑|编辑[:：]|浏览次数|点击(?:量|数|率)|阅读(?:量|次数)|访问量|(?:主办|承办|技术支持|版权所有|网站标识码|网站地图|联系我们)[:：\s]?|.{0,20}(?:ICP备|公网安备|copyright|©))/i

const RELATED_HEADING =
  /^[【[]?(?:(?:相关|推荐|延伸|拓展|热点|热门|最新|更多)(?:链接|阅读|文章|新闻|稿件|信息|文件|文档|解读|推荐|附件|报道)|猜你喜欢)[】\]]?[:：]?$/
const READERS_HEADING =
  /^[【[]?(?:网友|读者|热门|最新|全部)?(?:评论|留言|跟帖)(?:区|列表)?[】\]]?(?:[(（]\d{1,6}[)）])?[:：]?$/

/** True if a line heads a box of other articles or of readers' words. */
export function isBesideHeading(line: string): boolean {
  return RELATED_HEADING.test(line) || READERS_HEADING.test(line)
}

/** A longer line is prose, even if it begins like boilerplate. */
const MAX_BOILERPLATE_LENGTH = 120

/** Takes page boilerplate out of an article's lines; after a heading of related links nothing without a sentence stays. */
export function withoutBoilerplate(lines: readonly string[]): string[] {
  const lastSentence = lines.findLastIndex((line) => line.includes('。'))
  const related = lines.findIndex((line, index) => index > lastSentence && RELATED_HEADING.test(line))
  return (related < 0 ? lines : lines.slice(0, related)).filter(
    (line) => line.length > MAX_BOILERPLATE_LENGTH || !(BOILERPLATE_LINE.test(line) || RELATED_HEADING.test(line)),
  )
}
