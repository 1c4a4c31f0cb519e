import type { Entry } from '../entry.ts'

const about = ['publicity'] as const
const demo = ['demoVillages'] as const
const LECTURE = '讲座|法治课|法制课|授课|普法课|宣讲|讲堂|法律课|法治教育课|上课|微课堂|课堂|专题讲|法治报告会'

export const PUBLICITY: readonly Entry[] = [
  {
    code: 'publicity.events',
    topic: 'publicity',
    unit: 'time',
    alsoUnits: '场(次)|项|个|人次活动',
    notUnits: '节|堂|讲|班|班次',
    zh: '普法宣传活动场次',
    definition: { zh: '普法宣传活动场次。', en: 'Law publicity events.' },
    rules: [
      {
        about,
        says: [
          '宣传活动|普法活动|法治宣传|普法宣传|主题活动|宣传|普法|法律进|主题宣传|集中宣传|活动|宣传教育|法律六进|法律八进|咨询活动|送法|直播',
        ],
        unless: `${LECTURE}|资料|浏览|播放|推送|微信|公众号|短信|横幅|疫情|防疫|培训|栏|条幅|视频|信息|发放|阅读|点击|考试|咨询服务|人数|标语|广播|手册|案例|示范|主题公园|法治公园|文化公园|基地|阵地|电子屏`,
      },
    ],
    examples: [
      '开展普法宣传活动【40场】',
      '组织“宪法宣传周”主题活动【12场次】',
      '各部门开展法治宣传【260次】',
      '举办法律进乡村活动【15次】',
    ],
    nearMisses: ['举办法治讲座【40场】', '发放宣传资料【4000份】', '推送普法信息【260条】'],
  },
  {
    code: 'publicity.lectures',
    topic: 'publicity',
    unit: 'time',
    alsoUnits: '课时|场(次)',
    zh: '法治课讲座场次',
    definition: { zh: '法治课、法律讲座场次。', en: 'Law lectures and classes.' },
    rules: [
      {
        about,
        says: [LECTURE],
        unless:
          '专题法治讲座|法治专题讲座|领导干部|公务员|公职人员|培训|机关干部|执法人员|镇两委|中心组|疫情|防疫|安全生产|浏览|资料',
      },
      {
        says: [
          '法治课|法制课|法治讲座|法律讲座|普法讲座|法治宣讲|法律宣讲|普法宣讲|法制讲座|民法典讲座|民法典宣讲|宪法宣讲',
        ],
        unless: '专题法治讲座|法治专题讲座|领导干部|公务员|公职人员|培训|机关干部|执法人员|镇两委|中心组',
      },
    ],
    examples: [
      '举办法治讲座【40场】',
      '法治副校长到学校上法治课【30节】',
      '村居法律顾问开展普法讲座【88场】',
      '开展民法典宣讲【26场次】',
    ],
    nearMisses: ['开展普法宣传活动【40场】', '组织领导干部法治讲座【4场】'],
  },
  {
    code: 'publicity.materials',
    topic: 'publicity',
    unit: 'document',
    alsoUnits: '条|幅|份/册|份(册)|件套|盒',
    notUnits: '项|部|篇',
    zh: '普法宣传资料份数',
    definition: { zh: '发放的普法宣传资料。', en: 'Publicity materials handed out.' },
    rules: [
      {
        says: [
          '宣传资料|宣传单|宣传册|宣传品|宣传手册|传单|折页|普法读本|宣传页|宣传彩页|宣传材料|普法资料|法治资料|法律书籍|普法书籍|宣传物品|宣传用品|宣传折页|宣传海报|普法材料|普法手册|法治书籍|法律资料|法治宣传单|宣传礼品|普法宣传品|明白纸|宣传画|宣传读本|文创产品|宣传本',
        ],
        unless: '疫情|防疫|新冠|防控|森林防火|防汛|应急|人次|培训|推送|推发|转发',
      },
      {
        about,
        says: ['资料|手册|海报|书籍|读本|彩页|材料|传单|折页|倡议书|公开信|图书|挂图|礼品|单页|民法典'],
        unless: '疫情|防疫|新冠|防控|森林防火|防汛|应急|人次|培训|推送|推发|转发|书面|申报|审查|合同|整改',
      },
    ],
    examples: [
      '派发宣传资料【21000份】',
      '开展普法活动【40场】,发放法治手册【3000册】',
      '印制宣传折页【5000张】',
      '赠送法律书籍【260本】',
    ],
    nearMisses: ['发放疫情防控宣传资料【3845份】', '推送普法信息【260条】'],
  },
  {
    code: 'publicity.audience',
    topic: 'publicity',
    unit: 'person',
    alsoUnits: '学生|师生|次',
    zh: '普法受众人次',
    definition: { zh: '普法活动的受众。', en: 'People reached by publicity.' },
    rules: [
      {
        about,
        says: [
          '受众|覆盖|受教育|惠及|参与|参加|受益|辐射|观看|受普|吸引|群众|学生|师生|居民|村民|听众|职工|教育|受教|浏览|点击',
        ],
        unless:
          '咨询|考试|集中学习|会议|调解员|志愿|执法人员|解答|明白人|副校长|培训|律师|宣讲员|讲师团|出动|领导干部|公职人员|考核|获|奖',
      },
    ],
    examples: [
      '开展普法活动【40场】,受众【2.6万人次】',
      '举办法治讲座【30场】,受教育师生【8600人】',
      '法治宣传覆盖群众【1.2万人】',
    ],
    nearMisses: ['普法活动解答咨询【210人次】', '培养法律明白人【210名】'],
  },
  {
    code: 'publicity.consultations',
    topic: 'publicity',
    unit: 'person',
    alsoUnits: '件次|次|件|条|个',
    zh: '普法活动咨询人次',
    definition: { zh: '普法活动中解答的咨询。', en: 'Consultations answered at publicity events.' },
    rules: [
      {
        about,
        says: [
          '解答群众咨询|解答咨询|接待咨询|法律咨询|接待群众咨询|解答法律咨询|接待法律咨询|解答群众法律咨询|群众咨询|咨询|解答|答疑',
        ],
        unless: '意见|法律援助|公共法律服务|村居法律顾问|法律顾问|律师值班|热线|横幅|条幅|标语|海报',
      },
    ],
    examples: ['开展普法宣传活动【6场】,接待咨询【210人次】', '法治宣传活动现场解答群众法律咨询【430人次】'],
    nearMisses: ['公共法律服务中心提供法律咨询【875人次】'],
  },
  {
    code: 'publicity.posts',
    topic: 'publicity',
    unit: 'item',
    alsoUnits: '部|次|段',
    zh: '普法信息推送数',
    definition: { zh: '推送、发布的普法信息和文章。', en: 'Posts and articles published about rule of law.' },
    rules: [
      {
        about,
        says: [
          '推送|发布|推文|转发|刊发|刊登|微信|公众号|文章|短视频|视频|抖音|信息|发表|微博|新媒体|稿件|短信|朋友圈|微信群|案例',
        ],
        unless:
          '政府信息|政务信息|主动公开|处罚|许可|解读|横幅|浏览|点击|阅读|观看|播放量|播放广播|人次|信息公开|关注|粉丝',
      },
      {
        says: ['普法|法治|法律|法制|以案释法', '推送|发布|刊发|刊登|转发|推文|短视频|信息|文章|稿件'],
        unless: '政府信息|政务信息|主动公开|处罚|许可|解读|浏览|点击|阅读|播放量|人次|资料|信息公开|法律意见|法律服务',
      },
    ],
    examples: [
      '微信公众号推送普法信息【360条】',
      '发布法治宣传短视频【26个】',
      '推送法治工作信息【36篇】',
      '普法宣传形式多样,转发推文【86篇】',
    ],
    nearMisses: ['主动公开政府信息【360条】', '普法微信浏览量【5.5万次】'],
  },
  {
    code: 'publicity.law_literate',
    topic: 'publicity',
    unit: 'person',
    alsoUnits: '户',
    notUnits: '人次|人/次',
    zh: '法律明白人数',
    definition: { zh: '培养的“法律明白人”。', en: 'Law-literate villagers trained (法律明白人).' },
    rules: [{ says: ['法律明白人|法治明白人|法治带头人|普法明白人'], unless: '参加|考试|宣讲|场' }],
    examples: ['培养法律明白人【620名】', '全镇现有“法律明白人”【86人】', '培育【420名】乡村“法律明白人”'],
    nearMisses: ['开展法律明白人培训【6场】'],
  },
  {
    code: 'publicity.law_vice_principals',
    topic: 'publicity',
    unit: 'person',
    zh: '法治副校长人数',
    definition: { zh: '聘任的法治副校长。', en: 'Vice-principals for rule of law at schools.' },
    rules: [{ says: ['法治副校长|法制副校长|法治辅导员'], unless: '培训|学生' }],
    examples: ['聘任法治副校长【36名】', '选派【42名】干警担任法治副校长'],
    nearMisses: ['法治副校长上法治课【30场】'],
  },
  {
    code: 'publicity.demo_villages_national',
    topic: 'publicity',
    unit: 'organisation',
    zh: '国家级民主法治示范村数',
    definition: {
      zh: '全国民主法治示范村(社区)。',
      en: 'National democratic rule-of-law demonstration villages or communities, total.',
    },
    rules: [
      {
        about: demo,
        says: ['国家级|全国|国家'],
        unless: '省级|市级|区级|县级|以上|企业|称号|单位|学校|家庭|公园|基地',
      },
    ],
    examples: ['建成全国民主法治示范村(社区)【3个】', '国家级民主法治示范村【2个】'],
    nearMisses: ['国家级民主法治示范村【2个】、省级【16个】', '省级民主法治示范村【16个】'],
  },
  {
    code: 'publicity.demo_villages_provincial',
    topic: 'publicity',
    unit: 'organisation',
    zh: '省级民主法治示范村数',
    definition: { zh: '省级民主法治示范村(社区)。', en: 'Provincial ones, total.' },
    rules: [
      {
        about: demo,
        says: ['省级|全省|自治区级|全区级|省民主|省|直辖市级'],
        unless: '国家级|全国|市级|以上|县级|企业|称号|单位|学校|家庭|公园|基地',
      },
    ],
    examples: [
      '省级民主法治示范村【16个】',
      '国家级民主法治示范村【2个】、省级【16个】',
      '创建省级民主法治村(社区)【20个】',
    ],
    nearMisses: ['市级民主法治示范村【30个】'],
  },
  {
    code: 'publicity.demo_villages_municipal',
    topic: 'publicity',
    unit: 'organisation',
    zh: '市级民主法治示范村数',
    definition: { zh: '市级民主法治示范村(社区)。', en: 'Municipal ones, total.' },
    rules: [
      {
        about: demo,
        says: ['市级|全市|州级|地级'],
        unless: '国家级|全国|省级|以上|县级|企业|称号|单位|学校|家庭|公园|基地',
      },
    ],
    examples: ['市级民主法治示范村【30个】', '省级民主法治示范村【16个】、市级【30个】'],
    nearMisses: ['省级民主法治示范村【16个】'],
  },
  {
    code: 'publicity.bases',
    topic: 'publicity',
    unit: 'organisation',
    alsoUnits: '条|块',
    notUnits: '户|村|支',
    zh: '法治宣传教育基地数',
    definition: { zh: '法治宣传教育基地、法治公园等阵地。', en: 'Rule-of-law education bases or sites.' },
    rules: [
      {
        says: [
          '教育基地|普法基地|法治文化公园|法治公园|法治广场|法治文化广场|法治文化阵地|法治宣传阵地|普法阵地|法治长廊|法治文化长廊|宪法公园|民法典公园|法治主题公园|法治主题园|主题园|实践基地|法治文化主题公园|法治小院|法治文化园|法治阵地|法治教育基地|法治宣传基地|法治文化角|法治街区|法治书屋|民法典主题公园|宣传教育阵地|法治文化',
        ],
        unless: '活动|场次|讲座|宣传栏|被评|演出|作品|节目|企业|示范村',
      },
    ],
    examples: ['建成法治文化公园【6个】', '建成法治宣传教育基地【12处】', '打造【8个】法治文化阵地'],
    nearMisses: ['更新法治宣传栏【28幅】', '在法治公园开展活动【6场】'],
  },
]
