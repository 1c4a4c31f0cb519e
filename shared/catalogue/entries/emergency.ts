import type { Entry } from '../entry.ts'

const EMERGENCY = '疫情|防疫|防控|应急|新冠|防汛|森林防火|防灾|减灾|突发事件|三防|防溺水|抗疫|地质灾害|消防'

export const EMERGENCY_ENTRIES: readonly Entry[] = [
  {
    code: 'emergency.materials',
    topic: 'emergency',
    unit: 'document',
    alsoUnits: '条|幅|块|期|枚',
    parts: '宣传单|海报|横幅|条幅|手册|倡议书|标语|公开信|明白卡|告知书|宣传册|折页|挂图',
    zh: '防疫应急宣传资料数',
    definition: { zh: '疫情防控和应急宣传资料。', en: 'Publicity materials about epidemics and emergencies.' },
    rules: [
      {
        says: [
          EMERGENCY,
          '宣传资料|宣传单|宣传品|宣传产品|海报|横幅|手册|资料|倡议书|宣传册|公开信|明白卡|告知书|明白纸|标语|宣传材料|折页|条幅|挂图',
        ],
        unless: '检查|物资',
      },
      {
        about: ['emergency'],
        says: ['宣传资料|宣传单|宣传品|宣传产品|海报|横幅|宣传手册|倡议书|宣传册|公开信|明白卡|标语|宣传材料|条幅'],
        unless: '法治|法律|民法典|宪法',
      },
    ],
    examples: [
      '印制防疫宣传单【1900份】',
      '发放疫情防控宣传资料【3845份】',
      '疫情防控期间,编印海报【500张】',
      '印发森林防火宣传手册【2000册】',
    ],
    nearMisses: ['发放普法宣传资料【3845份】', '发放防疫物资【3845份】'],
  },
  {
    code: 'emergency.inspections',
    topic: 'emergency',
    unit: 'time',
    alsoUnits: '处次|户次|家次|家|户|间|间次|个|处|家/次|所|家单位|点次',
    kinds: true,
    zh: '应急防控检查次数',
    definition: { zh: '疫情防控或应急检查。', en: 'Inspections for epidemic control or emergencies.' },
    rules: [
      {
        says: ['疫情|防疫|防控|新冠|防汛|森林防火|应急防', '检查|巡查|督查|抽查|排查|暗访|督导'],
        unless: '检查点|信息|宣传|发现|保密|案卷',
      },
      {
        about: ['emergency'],
        says: ['检查|巡查|督查|抽查|暗访'],
        unless: '检查点|信息|宣传|发现|保密|案卷|安全生产|执法检查|双随机|隐患',
      },
    ],
    examples: ['开展疫情防控检查【120次】', '疫情防控期间,检查药店【140家】', '开展森林防火巡查【86次】'],
    nearMisses: ['安全生产执法检查【120次】', '检查餐饮单位【140家】'],
  },
]
