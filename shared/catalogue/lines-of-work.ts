/**
 * What the departments of a government work on: words that limit nothing in a department's own report. By a word of its name.
 */
export const LINES_OF_WORK: readonly { readonly name: RegExp; readonly words: string }[] = [
  { name: /医疗保障|医保/, words: '定点医药机构 定点医疗机构 定点机构 医保 医疗保障 医保基金 医药机构' },
  { name: /农业|农村|畜牧|渔业|农牧/, words: '涉农 农业 农牧 农业农村 农业领域 涉农领域' },
  { name: /水利|水务/, words: '水事 水利 水行政 水务 涉水 水政 防汛 防汛抗旱 抗旱' },
  { name: /林业|林草|草原/, words: '林业 林政 涉林 林草 森林 林业行政' },
  { name: /自然资源|国土/, words: '自然资源 国土资源 国土 地质灾害' },
  { name: /交通/, words: '交通运输 交通 交通领域' },
  { name: /环境|环保/, words: '环境 环保 生态环境 环境违法 环境保护' },
  { name: /市场监督|工商|食品药品|质量技术监督/, words: '市场监管 市场监督管理' },
  { name: /应急|安全生产|安监/, words: '安全生产 应急管理 生产安全 应急 防汛抗旱 防灾减灾' },
  { name: /消防/, words: '火灾 消防 火灾隐患 消防安全 社会单位' },
  { name: /城市管理|城管|综合行政执法|综合执法/, words: '城市管理 城管 城管领域 综合行政执法 综合执法' },
  { name: /文化|旅游|广电|文旅/, words: '文化 旅游 文旅 文化旅游' },
  { name: /卫生|卫健|疾病/, words: '卫生 卫生健康 医疗卫生 卫生监督 卫生健康领域' },
  { name: /住房|城乡建设|住建|建设/, words: '住建 建设 住房城乡建设 建设领域' },
  { name: /税务/, words: '税务 税收 涉税 办税 办税缴费' },
  { name: /公安/, words: '公安' },
  { name: /教育/, words: '教育 教育系统' },
  { name: /民政/, words: '民政 民政领域' },
  { name: /统计/, words: '统计 统计领域' },
  { name: /烟草/, words: '烟草 卷烟 涉烟 烟草专卖' },
  { name: /粮食|储备/, words: '粮食 粮食流通' },
  { name: /气象/, words: '气象' },
  { name: /海事/, words: '海事 水上' },
]
