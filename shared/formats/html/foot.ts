import { type ChildNode, type Document, isText } from 'domhandler'
import { isNeverContent } from './boilerplate.ts'
import { around, type Element, isElement, isInside } from './tree.ts'
import { unlinkedIn, type Weight, type Weights, weighed } from './weigh.ts'

/** Words of the foot of a site's pages, which stand in no report. */
const FOOT_WORDS =
  /网站标识码|ICP备|公网安备|公安备案|版权所有|网站地图|站点地图|copyright|©|主办单位|(?:主办|承办|技术支持)\s{0,2}[:：]|免责声明|网站声明|分辨率|浏览器/i
/** How to reach the owner, in two ways at least: an article names one. */
const CONTACT = '(?:地址|邮编|邮政编码|电话|传真|邮箱)[:：]'
const FOOT_TEXT = new RegExp(`${FOOT_WORDS.source}|${CONTACT}.{0,80}${CONTACT}`, 'i')
const FOOT_NAMES = /(?:^|[\s_-])(?:foot\w{0,8}|copyright|copy|bottom\w{0,4}|btm)(?=$|[\s_\d-])/
/** A text that is longer is prose, even if it speaks of browsers. */
const MAX_WORDS = 300
/** Characters of a foot outside links. */
const MAX_FOOT = 700
/** What is left of a page without its foot is never less than this share. */
const MAX_SHARE = 0.9

/**
 * The parts of a page that belong to the site and not to the article: the foot with its owner, numbers and advice. They have more
 * sentence ends than an article that is a table, or one line and an attachment.
 * @param weights of the page's elements
 */
export function footOf(root: Document, weights: Weights): Element[] {
  const candidates = weighed(weights, isFoot)
  const highest = new Set(candidates.map((element) => climb(element, weights)))
  const feet = [...highest].filter((element) => !isInside(element, highest))
  const all = root.children.reduce((sum, node) => sum + (isElement(node) ? unlinkedIn(node, weights) : 0), 0)
  const inFeet = feet.reduce((sum, element) => sum + unlinkedIn(element, weights), 0)
  return inFeet > MAX_SHARE * all ? [] : feet
}

/** Elements whose own text speaks of the site, or that are named as its foot; none inside a container of articles. */
function isFoot(element: Element, { text, linked, holdsArticle, isInArticle }: Readonly<Weight>): boolean {
  const { name, names, children } = element
  if (text - linked > MAX_FOOT || holdsArticle || isInArticle || INLINE.has(name)) return false
  if (name === 'body' || name === 'html') return false
  return names.are(FOOT_NAMES) || children.some(speaksOfSite)
}

const INLINE = new Set(['a', 'span', 'font', 'b', 'strong', 'em', 'i', 'u'])

function speaksOfSite(node: ChildNode): boolean {
  if (isText(node)) return node.data.length <= MAX_WORDS && FOOT_TEXT.test(node.data)
  return isElement(node) && INLINE.has(node.name) && !isNeverContent(node) && node.children.some(speaksOfSite)
}

/** The largest element around that still holds no more than a foot does. */
function climb(element: Element, weights: Weights): Element {
  let highest = element
  for (const parent of around(element)) {
    if (parent.name === 'body' || parent.name === 'html' || unlinkedIn(parent, weights) > MAX_FOOT) break
    if (weights.get(parent)?.holdsArticle) break
    highest = parent
  }
  return highest
}
