import type { Entry } from '../entry.ts'

export const GRID = [
  {
    code: 'grid.cells',
    topic: 'disputes',
    units: 'item organisation',
    stock: true,
    zh: '网格数',
    definition: { zh: '划分的网格,总数或所称种类。', en: 'Grid-management cells.' },
    rows: ['* | - build present issue | cell'],
    explains: 'grid',
    examples: ['全镇划分网格【86个】', '科学设置基础网格【412个】', '划分为【35个】综合网格'],
    nearMisses: ['配备网格员【86名】', '网格上报事件【860件】'],
  },
  {
    code: 'grid.staff',
    topic: 'disputes',
    units: 'person',
    stock: true,
    zh: '网格员数',
    definition: { zh: '网格员人数,总数或所称种类。', en: 'Grid staff.' },
    rows: ['* | - engage present | gridStaff'],
    explains: 'grid',
    examples: ['配备专职网格员【120名】', '现有网格员【412人】', '划分网格【86个】,配备网格员【86名】'],
    nearMisses: ['划分网格【86个】', '培训网格员【120人次】'],
  },
  {
    code: 'grid.centres',
    topic: 'disputes',
    units: 'organisation',
    stock: true,
    zh: '综治中心数',
    definition: { zh: '综治中心、矛调中心等。', en: 'Comprehensive-governance centres.' },
    rows: ['* | - build cover | centre |  | kinds'],
    examples: ['建成县乡村三级综治中心【210个】', '建成【18个】镇街综治中心'],
    nearMisses: ['综治中心受理矛盾纠纷【210件】'],
  },
] as const satisfies readonly Entry[]
