import type { Surroundings } from './exclusions.ts'
import type { NumberToken } from './numbers.ts'

/** These state their number at once: 治安案件1326, 共计135. */
const COUNTED_AT_ONCE = /(?:案件|事项|数(?:量|额)?|总量|共计|合计|总计)$/
/** Behind these a number without a measure word still measures: 投诉率为0, 总数达1200. */
const STATES_FIGURE =
  /(?:[率度数量额]|指数|比例|占比|比|值|得分|评分|总分|投诉|案件|事故|事件|总计|共计|合计)(?:均|都|仍|连续|保持|分别)*(?:为|是|达|达到|:|降为|降至)$/
/** A label and its number: 立案:35. Behind a mark of a list a number would begin the next item. */
const LABEL = /(?:^|[,;。、\n])(?<label>[\u4e00-\u9fff]{2,12}):$/
const NO_COUNT =
  /附件|附表|页码|标识码|备注|电话|传真|邮编|邮箱|号码|文号|编号|编码|代码|序号|时间|日期|年份|年度|索引|热线|浏览|阅读|点击|访问|版本|字号|日$|号$|如下|以下|要求|内容|工作|措施|方面|重点|任务|做到|包括|例如|即$|是$|为$/
const LABELLED_ENDS = /^(?:$|[,。;\n])/
/** What a portal counts, not the report. */
const PAGE_COUNTER = /(?:阅读|浏览|点击|访问)(?:次数|人数|量|数):$/
const SHARE_STATED = /(?:占|达|达到|为|超过|近|约|的|减少|压减|增长|提高|下降|上升|增加|缩短)$/
const FIGURE_ENDS = /^(?:$|[,。;、)\n])/
const YEAR = /^(?:19|20)\d\d$/

/**
 * Whether a number without a measure word measures something all the same. A scale or 余 says so by itself: 惠及2万余群众.
 */
export function countsWithoutUnit(
  { form, unit, written, end, start }: NumberToken,
  { before, after }: Surroundings,
): boolean {
  if (unit === '') return SHARE_STATED.test(before)
  if (form === 'arabic' && end - start > written.length) return true
  if (!FIGURE_ENDS.test(after) || YEAR.test(written) || PAGE_COUNTER.test(before)) return false
  if (form === 'chinese') return written === '零' && STATES_FIGURE.test(before)
  return STATES_FIGURE.test(before) || COUNTED_AT_ONCE.test(before) || isLabelled(written, before, after)
}

function isLabelled(written: string, before: string, after: string): boolean {
  const label = LABEL.exec(before)?.groups?.label
  return (
    label !== undefined && /^(?:0|[1-9]\d{0,5})$/.test(written) && !NO_COUNT.test(label) && LABELLED_ENDS.test(after)
  )
}
