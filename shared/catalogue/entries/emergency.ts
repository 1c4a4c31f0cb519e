import type { Entry } from '../entry.ts'

export const EMERGENCY = [
  {
    code: 'emergency.materials',
    topic: 'emergency',
    units: 'document item',
    zh: '防疫应急宣传资料数',
    definition: {
      zh: '疫情防控和应急宣传资料。',
      en: 'Publicity materials about epidemics, disasters or emergencies (these first; all other law publicity is publicity.materials).',
    },
    rows: [
      'emergency | distribute publishOut publicise - | publicityPaper',
      'publicity | distribute publishOut publicise - | publicityPaper publicityKind | procedureEmergency',
      'emergency | distribute publishOut publicise - | publicityKind |  | outcome',
      'emergency | distribute publishOut publicise - | banner |  | outcome rank=1',
    ],
    explains: 'publicise publicity',
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
    units: 'time visit object',
    zh: '应急防控检查次数',
    definition: {
      zh: '疫情防控或应急检查。',
      en: 'Inspections for epidemic control, disasters or emergencies; work safety is enforcement.inspections.',
    },
    rows: [
      'emergency | inspect screen supervise | *',
      'hazard | inspect screen | * | procedureEmergency',
      '* | inspect supervise | * | procedureEmergency',
    ],
    explains: 'enterprise major',
    examples: ['开展疫情防控检查【120次】', '疫情防控期间,检查药店【140家】', '开展森林防火巡查【86次】'],
    nearMisses: ['安全生产执法检查【120次】', '检查餐饮单位【140家】'],
  },
] as const satisfies readonly Entry[]
