/** Close the name of a sector. */
export const SECTOR_WORDS = ['方面', '领域']
/** 城市管理方面, opens what the rest of the sentence says of one sector. */
export const SECTOR = new RegExp(`((?![年度])[\\u4e00-\\u9fff、]{2,12})(?:${SECTOR_WORDS.join('|')})`, 'g')

/** Sectors that are the whole of what an entry counts. */
export const WHOLE_SECTOR =
  /^(?:行政执法|综合执法|行政综合执法|执法|监管执法|行政处罚|行政检查|执法监管|执法检查|重点|[\u4e00-\u9fff、]*重点)$/

/** A list closed by 等 names examples, not a part. */
export const LIST_OF_KINDS =
  /等(?:各类|各种|重点|经营|生产|公共|人员密集)*(?:场所|单位|企业|对象|地方|区域|门店|部位|机构)?共?(?:计)?$/

/** Left over beside an entry's own words, but naming no part. */
export const NO_PART =
  /^(?:行政|政府|人民政府|机关|部门|单位|群众|基层|城乡|辖区|本地|上级|领导|各级|多|个|该|年来|全面|安全|法治|法律|社会|重点|专项|集中|日常|监督|联合|专业|农村|镇村|两级|干部|职工|公众|人员|问题|企业|场所|生产经营单位|经营单位|生产经营|监管对象|市场主体|经营主体|行政相对人|对象|类|者|应|所|户|处|不|主|保持|次数|信息|业务|疫情|防疫|主题|法定|承诺|活动|大厅|清单|履行|服务|市民|政务|便民|目标|任务|指标|现场|上门|一般|普通|线索|占比|比例|提升|达成|签订|制作|制定|联合|来电|来信|来访|上述|办事群众|来访群众|来电群众|主体|[的在和县区市镇乡村])+$/

interface Channel {
  /** Codes that it can limit. */
  readonly codes: RegExp
  readonly words: RegExp
  /** Once named it lasts for the sentence. */
  readonly lasts?: true
  /** What looks like one and stands for the whole. */
  readonly but?: RegExp
}

/** Who, by what way or of which kind: words that make a part of the whole wherever they stand before the figure. */
export const CHANNELS: readonly Channel[] = [
  {
    codes: /^service\.cases/,
    words: /[\u4e00-\u9fff]{2,8}(?:窗口|终端)/,
    but: /政务服务|综合|服务窗口|一窗|办事窗口|各窗口|综窗/,
  },
  {
    codes: /^service\./,
    words: /行政许可(?:事项)?|依申请(?:事项|政务服务事项)?|公共服务事项|一窗通办/,
    but: /^一窗通办$/,
  },
  {
    codes: /^mediation\.(?!committees|mediators)/,
    words:
      /(?:镇|乡|街道|村居|村\(社区\)|村\(居\)|村级|村|社区|行业性|行业|专业性|专业|医疗?|医患|交通|道路|物业|婚姻|商会)[\u4e00-\u9fff、]{0,8}(?:调委会|调解委员会|调解室)/,
    but: /镇村|各级|乡村|乡镇|村三级|各类/,
  },
  {
    codes: /^publicity\.lectures|^legal_service\.documents/,
    lasts: true,
    words: /法治副校长|(?:村居|村\(社区\)|村\(居\)|社区|村)法律顾问|驻村律师/,
  },
  { codes: /^publicity\.posts/, words: /微信公众号|微信|抖音|微博|短信|视频号|公众号|电视台|报刊/ },
  {
    codes: /^enforcement\.(?!officers|bodies|trained|exam)/,
    words:
      /(?:城管|城市管理|公安|交警|交通运输|交通|应急管理|应急|市场监管|市场监督管理|生态环境|环保|自然资源|国土|农业农村|农业|卫生健康|卫健|卫生|文旅|文化|住建|水利|水务|消防|税务|人社|林业|渔政|教育|民政|烟草|药监|安监|规划)(?:部门|局|大队|中队|分局|执法大队)(?!联合|、|等)/,
  },
  { codes: /^enforcement\./, words: /第[一二三四五六]批|(?:一般|普通|简易)程序|首批/ },
  { codes: /^enforcement\.inspections/, words: /双随机(?:、一公开)?/ },
  {
    codes: /^(?:enforcement|emergency|oversight|rules)\./,
    words: /(?![年度])[\u4e00-\u9fff]{2,8}领域/,
    but: /各领域|重点领域|等领域|多领域|行政执法领域/,
  },
  { codes: /^litigation\.head/, words: /个别[县区乡镇部门]{1,2}/ },
]

/** A body or a sector, which the bare figures after it go on speaking of. */
export const STAYING =
  /(?:领域|方面|部门|窗口|终端|调委会|调解委员会|派出所|分局|局|大队|中队|中心|机构|程序|街道办|校园安全)$/
