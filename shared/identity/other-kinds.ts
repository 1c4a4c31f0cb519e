/**
 * Kinds of writing that speak of law-based government and are no annual report, each with the words that give it away.
 * Everything is matched folded and with blanks left out.
 */
export interface OtherKind {
  readonly reason: string
  /** On the lines above the text, one at a time. */
  readonly header?: RegExp
  /** In the text's first sentences. */
  readonly lead?: RegExp
  /** Above the text or in its first sentences, even over a report's title: copies of reports keep that title. */
  readonly overTitle?: RegExp
}

export const OTHER_KINDS: readonly OtherKind[] = [
  {
    reason: 'It is a report on the disclosure of government information.',
    header: /信息公开(?:工作)?.{0,12}(?:年度)?(?:工作)?(?:报告|年报)/,
    lead: /^[^。]{0,60}信息公开(?:工作)?(?:年度)?(?:工作)?(?:报告|年报)|^一、.{0,8}信息公开|政府信息公开条例》.{0,20}(?:编制|要求)|收到和处理政府信息公开申请/,
  },
  {
    reason: 'It explains a report or a policy.',
    header: /解读|读懂|图解|问答|一图|答记者问/,
    lead: /^(?:一、)?(?:起草|编制|出台|文件)?(?:背景依据|起草背景|出台背景|制定背景|编制背景)|^一图|^\S{0,20}解读/,
  },
  {
    reason: 'It is a template or a collection of samples.',
    header:
      /^(?:如何|怎[么样]|什么是|为什么)|(?<![规示模])范文|范本|模板|样本|精选|通用\d?篇|篇[一二三\d]$|\d篇\)|文秘/,
    overTitle:
      /^某[省市县区镇乡局](?:$|[^。]{0,40}报告20\d\d年)|(?<![规示模])范文|公文汇|由会员分享|20(?:[xX×*]{2}|\?\?)年|(?:^|[。,:])[xX×*]{2,4}年|(?<![a-zA-Z])[×xX]{1,3}[县市区镇乡局]|(?<![\u4e00-\u9fff])\*{1,3}[县市区镇乡局]|某某[县市区镇乡局]|精选\d?篇|文档简介|资源描述|下载积分|文库$/,
    lead: /(?<![规示模])范文|(?:以下|本站|小编)[^。]{0,10}整理|用户(?:提供|上传)|第一篇:|篇一:|20(?:[xX×*]{2}|\?\?)年|[×xX]{2}[县市区镇乡局]|某某[县市区镇乡局]/,
  },
  {
    reason: 'It is a paper or an article about the subject, not a report of a government.',
    header:
      /编辑部|^目录$|浅[析谈议论]|^试?论|试[论析]|探[析讨究]|思考|困境|内容提要|(?<!报告\()摘要|[大法]学(?:法)?学?院\)?$|大学.{0,8}学院|蓝皮书|发展报告|评估报告|本报记者|研究(?:报告)?$/,
    lead: /(?<![基根日课样版剧])本文(?![化件字书明])|笔者|摘要:|内容提要|关键词|发布[^。]{0,30}(?:蓝皮书|评估报告)|^[^。]{0,20}(?:蓝皮书|评估报告)|^文章|研究院|本报记者|^[^。]{0,20}(?:学者|学界|理论界)|最佳答案/,
  },
  {
    reason: 'It is a speech.',
    header: /讲话(?:稿|提纲)?$/,
    lead: /^[^。]{0,60}讲话同志们|同志们[:,]今天/,
  },
  {
    reason: 'It reports on all of a department’s work and plans.',
    header:
      /^(?![^。]{0,80}(?:法治|依法))[^。]{0,60}20\d\d年度?工作(?:情况|总结)[及和与暨、][^。]{0,40}(?:计划|打算|安排)的?(?:报告)?$/,
  },
  {
    reason: 'It is news about a report or a meeting.',
    overTitle:
      /^(?:近日|日前|昨日|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午)?)[,]?[^。]{0,60}(?:召开|举行|发布|公布|审议)/,
    header:
      /^\(上接|^本[站报网]讯|^[^。]{2,30}(?:召开|举行|举办)[^。]{2,40}(?:会议?|活动|培训)|(?:公布|发布|审议|听取).{0,30}报告$/,
    lead: /^(?:本[站报网]讯)?(?:近日|日前|今日|昨日|连日来|(?:20\d\d年)?\d{1,2}月\d{1,2}日(?:上午|下午|晚|至\d{1,2}日)?)[,,]?[^。]{0,60}(?:召开|举行|举办|发布|公布|审议|讨论|转发|开展|听取|通报|赴|来到|主持|组织)|^(?![^。]{0,20}我[省市县区镇乡局委厅])[^。]{0,30}(?:举行|召开)[^。]{0,20}(?:学习会|会议|评议会|调度会|推进会)|^\(?上接|^报告指出|记者/,
  },
  {
    reason: 'It is a notice, a plan or a rule, not a report on work done.',
    header:
      /(?:通知|公告|(?<!报告)公示|通报|批复|决定|意见|办法|细则|规则|条例|方案|规划|计划|要点|安排|纲要|指引|责任分工|清单|名单|启事|函)(?:\(.{1,15}\))?$/,
    lead: /印发给你们|请(?:认真|遵照|结合实际)?[^。]{0,10}(?:贯彻|遵照|组织)(?:落实|执行|实施)|制定本(?:工作)?(?:方案|规划|计划|办法|意见|规定|细则|指引|规则)|职责清单如下|提出(?:以下|如下)意见|(?:事项|要求)通知如下|予以(?:公示|公告|公布)|全文如下/,
  },
  {
    reason: 'It is a report of a court, a procuratorate, a congress or of a government to its congress.',
    header:
      /政府工作报告$|(?:法院|检察院|人大常委会|政协)(?![^,]{0,8}人民政府)[^,]{0,30}(?:工作报告|情况报告|的报告)?$|人大常委会.{0,10}(?:工作报告|委员会)$|^各位代表:|人民代表大会.{0,12}通过/,
    lead: /^(?:20\d\d年,?)?[^,。在]{0,12}(?:法院|检察院)|^(?:现在,)?我(?:受|代表)[^。]{0,20}(?:法院|检察院|人民政府向大会)|^[^。]{0,30}(?:审判工作|检察工作)|^会议(?:听取|审查|审议)|地方立法[^。]{0,20}法规/,
  },
  {
    reason: 'It reports on reconsideration cases, budgets, audits or statistics alone.',
    header:
      /(?:行政复议|行政应诉|行政执法统计|执法数据).{0,20}(?:报告|分析|统计|情况)$|预算|决算|审计(?:工作)?报告|采购|招标|磋商|中标/,
    lead: /^[^。]{0,40}行政复议[^。]{0,12}案件[^。]{0,8}(?:分析|统计)|项目概况|部门预算/,
  },
  {
    reason:
      'It is not about a whole year of a government’s work: an examination of itself, a half year, or one person’s duty.',
    overTitle: /现将(?:个人|本人)/,
    header:
      /自查|自评|考核|视察|调研报告|调查报告|整改(?:情况|报告)|督察(?:情况|反馈)|(?:上|下)半年|(?:第?[一二三四1-4]|[前上])季度|述职|述法报告|申报/,
  },
  {
    reason: 'It is about the popularising of law, or about the law in a school or a company.',
    header: /普法|法治宣传|依法治[校企]|(?:大学|学院|学校|中学|小学|公司|集团|医院|律师)[^,]{0,12}法治/,
    lead: /^[^。]{0,20}(?:我校|我院|公司)[,坚]|^(?![^。]{0,120}(?:法治政府|依法行政))[^。]{0,60}普法/,
  },
  {
    reason: 'It is a data file, not a document.',
    overTitle: /^\[?\{"/,
  },
  {
    reason: 'It is a catalogue entry about a report.',
    header: /^(?:Englishtitle|Published|Summary|Abstract)/i,
    overTitle: /^(?:Englishtitle|Published|Summary|Abstract)/i,
    lead: /^Ruleof/i,
  },
]
