/**
 * What a page has around its text. Each list has words that occur in boilerplate and never in a report's title
 * or address; lines are given folded and with blanks left out.
 */

/** The site's clock: a date with its weekday is today's, not the document's. */
const CLOCK = /今天是|现在是|星期[一二三四五六日天]|周[一二三四五六日]\d/

const NAVIGATION =
  /首页|当前位?置|所在位置|您?现在的?位置|无障碍|长者|适老|老年模式|简体|繁体|登录|注册|网站地图|联系我们|关于我们|网站声明|隐私|浏览器|手机[版端]|移动[版端]|客户端|公众号|微博|IPv6|搜索|检索|请输入|智能问答|门户网站|政务邮箱|加入收藏|设为首页|网站支持|政民互动|[>»›].*[>»›]|\|.*\|/

const TOOLS =
  /^[【[(-]*(?:字体|字号|大中小|打印|收藏|关闭|分享|二维码|浏览|点击|访问|阅读|保存|下载|扫一扫)|^[大中小]{1,3}$/

/** Opens the page's end: from here on nothing belongs to the report. */
const FOOTER =
  /^[【[(]*(?:附件下载|附件:|相关(?:链接|文章|附件|阅读|解读|信息|稿件|文档)|[上下]一[篇条页]|扫一扫|主办|承办|版权所有|网站标识码|责任编辑|打印|关闭|字体|分享|网站访问量|浏览次数|点击|阅读次数|编辑:|供稿|审核:)|ICP备|公网安备|网站标识码|上一[篇条]:|技术支持:/

export function isClock(line: string): boolean {
  return CLOCK.test(line)
}

/** Menus, breadcrumbs, reading tools and clocks above the text. @param line folded, blanks left out */
export function isNavigation(line: string): boolean {
  return NAVIGATION.test(line) || TOOLS.test(line) || CLOCK.test(line)
}

/** @param line folded, blanks left out */
export function isFooter(line: string): boolean {
  return FOOTER.test(line)
}
