import type { Surroundings } from './exclusions.ts'

/** Measure words that a Chinese numeral counts with (三次, 两名), unless a rule excludes it. */
const COUNTING = new Set(
  `次 场 场次 件 件次 宗 起 例 份 名 人 人次 位 家 家次 户 户次 篇 部 台 辆 批次 期 天 小时 分钟 工作日 学时 课时 亩 元 公里 平方米 所 座 间 幅 册 套 轮
  批 支 百分点 倍 成 % ‰`.split(/\s+/),
)
/** With these, counting and naming look alike (两个乡镇, 两个维护; 三项许可, 三项制度): the noun decides. */
const NAMING = new Set('个 项 条 处'.split(' '))
const COUNTED_NOUN =
  /^[\u4e00-\u9fff]{0,8}?(?:部门|单位|乡|镇|街道|村|社区|县|市|区|小组|工作组|督[查导]组|检查组|专班|窗口|站|[网试]点|(?:服务|联系|监测|宣传|示范)点|室|所|中心|基地|项目|案件|案例|企业|机构|商会|学校|网格|支部|队|公园|广场|岗|文件|法规|规章|办法|方案|议题|事项|许可|审批|建议|意见|线索|信息|横幅|标语|荣誉|专利|提案|议案|隐患|称号|奖|家庭|律师|工作日|小时)/
const NAMED_NOUN =
  /^(?:方面|环节|制度|机制|体系|层面|层次|维度|阶段|步骤|原则|要求|重点|关键|责任|主体|清单|转变|结合|关系|目标|任务|职责|工作|措施|举措|指标|内容|抓手|攻坚|行动|工程|计划|建设|改革|文明|聚焦|强化|提升|一|大事|实事|小事|难事|问题|环境|短板|平台|重大|阵地)/
const END_OF_CLAUSE = /^(?:$|[,。;、)\n])/
const WORK =
  /(?:召开|开展|组织|举办|举行|进行|实施|聘请|聘任|配备|发放|印发|制定|出台|修订|办理|受理|审查|审核|查处|立案|处理|调解|化解|完成|参加|参与|接受|提交|报送|公布|发布|收到|建成|建立|设立|新增|组建|培训|检查|巡查|开庭|旁听|学习|研究|听取|审议|提供|解答|接待|共|计|各|了|过|已|有|达|为|超|近|约|逾|其中)$/
/** 三支一扶, 一人一档: repeated numbers make a slogan. */
const IN_STEP =
  /^(?:[\u4e00-\u9fff]{0,2}[一二两三四五六七八九十][\u4e00-\u9fff]|联动|合一|联调|联审|联办|同步|共治|协同|融合|并进|同治|统筹|共建|班子)/
/** 三台县, 五家渠市, 三张镇: a numeral and a measure word begin many names of places. */
const PLACE = /^[\u4e00-\u9fff]{0,2}(?:镇|乡|县|市|区|村|街道)(?![级直属域委民长场乡两])/
const IN_PLACES = /^[家台张门里间户座道口桥层块面头条支]$/
const UNCOUNTED_ONE = /[第每最再又某这那哪统唯任何同后无漏如]$|没有$|未发生$/

/** Whether a Chinese numeral with its unit counts something, and is no idiom, name or slogan. */
export function countsInChinese(around: Surroundings): boolean {
  const { written, unit, before, after } = around
  if (unit === '%' || unit === '‰') return true
  if (written === '二' || written === '零' || written === '〇') return false
  if (written === '一') return countsOne(around)
  if (IN_STEP.test(after) || (IN_PLACES.test(unit) && PLACE.test(after))) return false
  if (unit === '成') return /^(?:以上|以下|左右|$|[,。;、的])/.test(after)
  if (unit === '元') return written.length > 1
  if (NAMING.has(unit))
    return END_OF_CLAUSE.test(after) || (!NAMED_NOUN.test(after) && (written.length > 1 || COUNTED_NOUN.test(after)))
  return COUNTING.has(unit) && !/[每第]$/.test(before) && !NAMED_NOUN.test(after)
}

/** 一 is mostly an article: it counts only after a verb of work or at the end of a clause (召开会议一次, 聘请一名律师). */
function countsOne({ unit, before, after }: Surroundings): boolean {
  if (UNCOUNTED_ONE.test(before)) return false
  if (END_OF_CLAUSE.test(after) && unit !== '起' && unit !== '批')
    return (COUNTING.has(unit) || NAMING.has(unit)) && !/[每再]/.test(before.slice(-8))
  return (
    /^(?:次|场|名|起|例|家|件|份|宗|期|台|辆|位)$/.test(unit) &&
    WORK.test(before) &&
    !/^(?:性|事|批|个|线|体|办)/.test(after) &&
    !/每/.test(before.slice(-8))
  )
}
