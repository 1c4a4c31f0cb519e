import type { Topic } from '../report/report.ts'

/** Words that tell of a topic wherever they stand, in a heading as in a sentence. */
const TOPIC_WORDS: Readonly<Record<Topic, string>> = {
  functions:
    '政府职能|政务服务|营商环境|放管服|行政审批|审批制度|市场主体|经营主体|政务大厅|服务大厅|办事大厅|便民服务|一网通办|一件事|市场准入|权责清单|负面清单|权力清单|企业开办|证明事项|12345|热线|服务型政府|政府机构职能|机构职能|审批|惠企|企业|窗口|职能转变|信用监管|社会信用|网上可办|跨省通办|最多跑一次|履行职能|公共服务|简政放权|证照|登记|水资源费|取水|信用修复|合格率|抽检|消费警示|消费者|活动名录|无证明|权责事项|办件|即办|跑动|跑一次|工单|投诉举报|环保举报|补贴|增殖放流|放流|水土保持|消费投诉|不动产|市民投诉',
  rulemaking:
    '人大常委会审议|依法立法|法规草案|规范性文件|政府立法|地方性法规|政府规章|制度体系|立法|制度建设|行政制度|规章|备案审查|文件清理|依法行政制度|公平竞争审查|重点领域立法|拟出台文件|审查规范性',
  decision:
    '重大行政决策|行政决策|依法决策|决策|法律顾问|合法性审查|合法性审核|公职律师|法律意见|合同审查|政府合同|决策机制|科学民主',
  enforcement:
    '行政执法|综合执法|执法|行政处罚|三项制度|双随机|执法人员|执法证|行政检查|行政许可|赋权|违法建设|违建|罚款|立案|执法监管|安全生产|规范公正文明|首违不罚|行政强制|裁量|城市管理|违法用地|拆违|拆除|隐患|查处|违法|没收|收缴|责令|超限超载|卸载|查扣|查封|暂扣|听证|刑事|行政拘留|移送公安|涉嫌犯罪|林政|林地|打击|非法|案审|监督员|执法检查|监督检查|监督意见|整改通知|扫黄打非|图斑|偷猎|渔政|巡查|抽查|随机|辅警|民警|治安|免罚|涉企检查|检查频次|扫码入企|告知承诺|农产品|采砂',
  emergency:
    '疫情|防疫|突发事件|应急|防控|新冠|抗疫|防汛|森林防火|防灾|抢险|疫苗|三防|应急处突|风险防范|地质灾害|救灾|预警|转移群众|防火|野外用火|防汛期间|涉疫|灾害',
  disputes:
    '行政复议|行政诉讼|矛盾纠纷|纠纷|人民调解|信访|劳动争议|网格|综治|行政应诉|出庭|败诉|调解|社会矛盾|化解|行政裁决|仲裁|复议|应诉|诉讼|欠薪|劳动报酬|社会治理|平安|上访|来访|业主|被申请人|维持|驳回|终止|确认违法|纠错率|审结|原告|被告|申请人|劳动人事争议|矛盾隐患|履约',
  oversight:
    '政务公开|信息公开|政府信息|审计|人大|政协|提案|议案|纪检|监察|党风廉政|违纪|督察|督查|执法监督|民主监督|监督员|专项监督|接受监督|行政监督|保密|案卷|权力制约|制约|巡察|巡视|问责|党内警告|诫勉|开除|党纪|处分|涉密|廉政|透明|阳光|法治督察|公益诉讼|检察建议|反馈问题|问题线索|纠正违法|执法督查',
  digital:
    '数字政府|数字法治|数据共享|大数据|信息化|智慧|数字化|互联网+监管|电子证照|平台建设|数据资源|政务数据|科技保障|数字|电子证照|电子印章',
  leadership:
    '党对法治|统一领导|领导班子|党工委|学习教育|领导干部法治意识|重要讲话|指示精神|组织领导|党的领导|学法|领导干部|第一责任人|习近平法治思想|中心组|法治培训|专题研讨|依法治区|依法治县|依法治市|依法治镇|法治思维|政治站位|统筹推进|法治素养|党委会|党组|常务会议|学习贯彻|述法|第一议题|压实责任|依法行政能力|责任落实|法治能力|理论学习|公职人员|政治引领|思想引领|组织保障|责任体系|理论武装|专题会议|部署会|推进会|领导机制|班子会|第一议题|干部素养|政治思想|重点任务|责任人|法治建设会议|支部|党课|政治轮训|一规划两纲要|法治观察|协调小组会议|法治工作人员|处长讲堂|集中学习|旁听庭审|述法',
  legal_service:
    '公共法律服务|法律援助|社区矫正|法律服务|法律咨询|矫正|司法行政|安置帮教|公证|司法鉴定|律师|法治体检|村居法律顾问|一村一法律顾问|法援|司法所|村法律顾问|刑满释放|村规民约|援法|讨薪|法律问题|驻点',
  publicity:
    '普法|法治宣传|宣传教育|法治文化|法律明白人|法治副校长|民主法治示范|法治讲座|宣传活动|宪法宣传|法治氛围|尊法|八五|七五|法律六进|法律八进|法治意识|法治观念|法治社会|法治乡村|宣传资料|法制宣传|宣讲|宣传|展板|受众|示范户|广播|标语|发放资料|阅读量|播放|节目|受教育|法治讲座|普法小分队|推送',
}

const WORDS: readonly { readonly topic: Topic; readonly word: string }[] = (
  Object.entries(TOPIC_WORDS) as [Topic, string][]
).flatMap(([topic, words]) => words.split('|').map((word) => ({ topic, word })))

/** By their first character: a heading is walked once, whatever the number of words. */
const WORDS_BY_FIRST = Map.groupBy(WORDS, ({ word }) => word.charCodeAt(0))

/** How much each topic is spoken of in a text, in characters of its words; a word said twice counts once. */
export function topicWeights(text: string): Map<Topic, number> {
  const weights = new Map<Topic, number>()
  const found = new Set<(typeof WORDS)[number]>()
  for (let at = 0; at < text.length; at++)
    for (const entry of WORDS_BY_FIRST.get(text.charCodeAt(at)) ?? [])
      if (text.startsWith(entry.word, at)) found.add(entry)
  for (const { topic, word } of found) weights.set(topic, (weights.get(topic) ?? 0) + word.length)
  return weights
}

/**
 * The topic that a heading announces, or null where it announces none; of several alike the first. Longer words weigh more: they
 * are the more particular ones.
 * @param heading folded, as `fold` gives it
 */
export function topicOf(heading: string): Topic | null {
  return [...topicWeights(heading)].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null
}
