import { encode } from '../../formats/encode.ts'
import { type Article, articlePage, articlesOf, listPage, rows } from './pages.ts'
import type { Site } from './site.ts'
import { gkmlptList, hanwebList, trsList } from './systems.ts'

/** Home pages of a county, each with its own way to the column of the reports. */

const NAME = '甲县人民政府'
const YEARS = [2023, 2022, 2021]
const REPORTS = articlesOf('/xxgk/x', YEARS)
const NEWS = [
  { path: '/news/20240301/1.html', title: '县政府召开常务会议研究部署重点工作', date: '2024-03-01' },
  { path: '/news/20240302/2.html', title: '我县开展春季义务植树活动', date: '2024-03-02' },
]

const link = (href: string, words: string) => `<li><a href="${href}">${words}</a></li>`
/** A page of the site around what leads on. */
const page = (content: string, title = `${NAME}门户网站`) => `<html><head><meta charset="utf-8"><title>${title}</title>
<meta name="SiteName" content="${NAME}"></head><body>
<ul class="nav">${link('/', '首页')}${link('/jxgk/', '甲县概况')}${link('/hdjl/', '互动交流')}${link('/zxft/', '在线访谈')}</ul>
${content}<div class="news"><ul>${rows(NEWS)}</ul></div>
<div class="foot">${link('http://www.gov.cn/', '中国政府网')}${link('/about/', '关于我们')}</div></body></html>`

const list = (site: Site, path: string, column = '法治政府建设', articles = REPORTS) => {
  site.page(path, listPage(`<ul>${rows(articles)}</ul>`, column))
  return `${site.origin}${path}`
}

/** Makes the pages of a site. Returns the address of the list that is to be found. */
export const HOMES: [string, (site: Site) => string][] = [
  [
    'a link in the navigation',
    (site) => {
      site.page('/', page(`<ul>${link('/fz/', '法治政府建设')}${link('/zwgk/', '政务公开')}</ul>`))
      return list(site, '/fz/')
    },
  ],
  [
    'a tree under 政府信息公开 and 法定主动公开内容',
    (site) => {
      site.page('/', page(link('/zwgk/', '政务公开')))
      site.page('/zwgk/', page(`${link('/zfxxgk/', '政府信息公开')}${link('/nb/', '政府信息公开年报')}`))
      site.page(
        '/zfxxgk/',
        page(`${link('/zfxxgk/zn/', '政府信息公开指南')}${link('/zfxxgk/fd/', '法定主动公开内容')}`),
      )
      site.page(
        '/zfxxgk/fd/',
        page(`${link('/zfxxgk/fd/1/', '机构职能')}${link('/zfxxgk/fd/9/', '法治政府建设年度报告')}`),
      )
      return list(site, '/zfxxgk/fd/9/')
    },
  ],
  [
    'a tree whose nodes are in a script',
    (site) => {
      site.page('/', page(link('/xxgk/', '信息公开目录')))
      const nodes = `[{id:1,pId:0,name:"机构职能",url:"/c/101/"},{id:2,pId:0,name:"法治政府建设",url:"/c/102/"}]`
      site.page('/xxgk/', page(`<ul id="tree"></ul><script>var zNodes = ${nodes};</script>`))
      return list(site, '/c/102/')
    },
  ],
  [
    'a tree whose nodes a script adds',
    (site) => {
      site.page('/', page(link('/xxgk/', '信息公开目录')))
      const nodes = `t.add(0,-1,'目录');t.add(1,0,'机构职能','list.jsp?id=1');t.add(2,0,'法治政府建设','list.jsp?id=2','','main');`
      site.page('/xxgk/', page(`<script>t = new dTree('t');${nodes}document.write(t)</script>`))
      return list(site, '/xxgk/list.jsp?id=2')
    },
  ],
  [
    'a tree that a script fetches',
    (site) => {
      site.page('/', page(link('/open/', '政府信息公开')))
      site.page('/open/', page(`<ul id="t"></ul><script>$.getJSON("/data/tree.json", draw)</script>`))
      const tree = [{ name: '政策', children: [{ name: '依法行政', url: '/c/55.html' }] }]
      site.page('/data/tree.json', JSON.stringify(tree), { 'content-type': 'application/json' })
      return list(site, '/c/55.html', '依法行政')
    },
  ],
  [
    'a page with a map of the site',
    (site) => {
      site.page('/', page(`<div class="foot">${link('/map.html', '网站地图')}</div>`))
      site.page(
        '/map.html',
        page(`<dl><dd><a href="/l/7.html">规划计划</a><a href="/l/8.html">法治政府建设情况报告</a></dd></dl>`),
      )
      return list(site, '/l/8.html')
    },
  ],
  [
    'a map of the site in XML',
    (site) => {
      site.page('/', page('<div id="app"></div><script src="/app.js"></script>'))
      const urls = ['/zwyw/', '/fzzfjs/index.html', '/tzgg/'].map(
        (path) => `<url><loc>${site.origin}${path}</loc></url>`,
      )
      site.page('/sitemap.xml', `<?xml version="1.0"?><urlset>${urls.join('')}</urlset>`, {
        'content-type': 'text/xml',
      })
      return list(site, '/fzzfjs/index.html')
    },
  ],
  [
    'a set of frames',
    (site) => {
      site.page('/', '<html><frameset rows="100,*"><frame src="top.html"><frame src="main.html"></frameset></html>')
      site.page('/top.html', page(link('/fzjs/', '法治建设')))
      site.page('/main.html', page(''))
      return list(site, '/fzjs/')
    },
  ],
  [
    'a picture',
    (site) => {
      site.page('/', page('<div class="banner"><a href="/zt/a1/"><img src="/img/7.jpg" alt="法治政府建设"></a></div>'))
      return list(site, '/zt/a1/')
    },
  ],
  [
    'areas of a picture',
    (site) => {
      site.page(
        '/',
        page(
          '<img usemap="#m" src="/m.jpg"><map name="m"><area href="/b/" alt="便民服务"><area href="/f/" alt="依法行政"></map>',
        ),
      )
      return list(site, '/f/', '依法行政')
    },
  ],
  [
    'pages in GBK',
    (site) => {
      const gbk = (html: string) => encode(html.replace('utf-8', 'gbk'), 'gb18030')
      site.page('/', gbk(page(link('/n2/', '政务公开'))))
      site.page('/n2/', gbk(page(`${link('/n2/n9/', '法治政府建设')}${link('/n2/n8/', '财政预决算')}`)))
      site.page('/n2/n9/', gbk(listPage(`<ul>${rows(REPORTS)}</ul>`, '法治政府建设', 'gbk')))
      return `${site.origin}/n2/n9/`
    },
  ],
  [
    'a column five levels down',
    (site) => {
      const path = ['政务公开', '重点领域信息公开', '行政执法', '法治建设', '法治政府建设工作报告']
      for (const [n, words] of path.entries()) site.page(n === 0 ? '/' : `/d${n}/`, page(link(`/d${n + 1}/`, words)))
      return list(site, '/d5/')
    },
  ],
  [
    'a select',
    (site) => {
      const options = '<option value="/s/1/">人事信息</option><option value="/s/2/">法治政府建设</option>'
      site.page('/', page(link('/gk/', '政府信息公开')))
      site.page(
        '/gk/',
        page(`<select onchange="location.href=this.value"><option>请选择栏目</option>${options}</select>`),
      )
      return list(site, '/s/2/')
    },
  ],
  [
    'elements with scripts',
    (site) => {
      site.page('/', page(`<div onclick="window.open('/xx/')">政府信息公开</div>`))
      site.page(
        '/xx/',
        page(
          `<span onclick="go('31')">法治政府建设</span><script>function go(id){location.href='/xx/'+id+'.html'}</script>`,
        ),
      )
      return list(site, '/xx/31.html')
    },
  ],
  [
    'a menu in a file of scripts',
    (site) => {
      site.page('/', page('<script src="/js/menu.js"></script>'))
      site.page(
        '/js/menu.js',
        `document.write('<ul><li><a href="/k/4/">\u6cd5\u6cbb\u653f\u5e9c\u5efa\u8bbe</a></li></ul>');`,
        {
          'content-type': 'text/javascript',
        },
      )
      return list(site, '/k/4/')
    },
  ],
  [
    'the list of a gkmlpt',
    (site) => {
      site.page('/', page(link('/gkmlpt/index', '政府信息公开')))
      return `${gkmlptList(site, REPORTS).split('#')[0]}#27`
    },
  ],
  [
    'a list of plans and summaries, among others',
    (site) => {
      site.page('/', page(link('/zwgk/', '政务公开')))
      site.page('/zwgk/', page(`${link('/zwgk/1/', '领导之窗')}${link('/zwgk/5/', '计划总结')}`))
      return list(site, '/zwgk/5/', '计划总结', [...NEWS, ...REPORTS])
    },
  ],
  [
    'a page that sends its visitors on',
    (site) => {
      site.page('/', '<html><head><meta http-equiv="refresh" content="0;url=/portal/index.html"></head></html>')
      site.page('/portal/index.html', page(link('/portal/fz.html', '法治政府建设')))
      return list(site, '/portal/fz.html')
    },
  ],
  [
    'a report among the news, whose page names its column',
    (site) => {
      const [report] = REPORTS
      site.page('/', page(`<ul>${rows([report!])}</ul>`))
      const crumbs = '<p>当前位置：<a href="/">首页</a> &gt; <a href="/y/88/">法治政府建设</a></p>'
      site.page(report!.path, articlePage({ title: report!.title, after: crumbs }))
      return list(site, '/y/88/')
    },
  ],
  [
    '更多 in a box with a heading',
    (site) => {
      site.page('/', page('<div class="box"><h3>法治政府建设</h3><a href="/m/3/">更多&gt;&gt;</a></div>'))
      return list(site, '/m/3/')
    },
  ],
  [
    'pages in Traditional characters',
    (site) => {
      site.page('/', page(link('/xxgk/', '政府資訊 信息公開')))
      site.page('/xxgk/', page(link('/xxgk/f/', '法治政府建設')))
      return list(site, '/xxgk/f/')
    },
  ],
  [
    'a column of Hanweb without a telling path',
    (site) => {
      site.page('/', page(link('/col/col1/index.html', '信息公开')))
      site.page('/col/col1/index.html', page(link('/col/col77/index.html', '法治政府建设')))
      return hanwebList(site, 77, REPORTS)
    },
  ],
  [
    'a column of several pages beside those of other bodies and subjects',
    (site) => {
      const other = (n: number, title: string) => [{ path: `/o/${n}.html`, title, date: '2024-01-02' }]
      site.page(
        '/',
        page(
          `${link('/bm/', '部门法治政府建设年度报告')}${link('/pf/', '法治宣传')}${link('/fzzf/index.html', '法治政府建设')}${link('/nb/', '政府工作报告')}`,
        ),
      )
      list(site, '/bm/', '部门法治政府建设年度报告', [
        ...other(1, '甲县司法局2023年法治政府建设年度报告'),
        ...other(2, '甲县教育局2023年法治政府建设年度报告'),
      ])
      list(site, '/pf/', '法治宣传', other(3, '我县开展法治宣传教育活动'))
      list(site, '/nb/', '政府工作报告', other(4, '2024年甲县人民政府工作报告'))
      return trsList(site, '/fzzf', articlesOf('/fzzf', YEARS))
    },
  ],
  [
    'a topic of boxes, of which one shows the newest reports before 更多',
    (site) => {
      const box = (title: string, path: string, shown: readonly Article[]) =>
        `<div><h3>${title}</h3><a href="${path}">更多</a><ul>${rows(shown)}</ul></div>`
      const news = [{ path: '/o/1.html', title: '我县召开全面依法治县委员会会议', date: '2024-01-02' }]
      site.page('/', page('<a href="/zt/fzzf/" title="法治政府建设"><img src="/z.jpg"></a>'))
      site.page(
        '/zt/fzzf/',
        page(box('最新动态', '/zt/fzzf/a/', news) + box('年度报告', '/zt/fzzf/b/', REPORTS.slice(0, 1))),
      )
      list(site, '/zt/fzzf/a/', '列表', news)
      return list(site, '/zt/fzzf/b/', '列表')
    },
  ],
  [
    'a column below others whose names say nothing, beside one of news that is named after the subject',
    (site) => {
      const news = [{ path: '/o/1.html', title: '我县召开法治政府建设推进会', date: '2024-01-02' }]
      site.page('/', page(`${link('/fzzf/', '法治政府建设')}${link('/z/', '政策')}${link('/q/', '综合')}`))
      list(site, '/fzzf/', '法治政府建设', news)
      list(site, '/q/', '综合', news)
      site.page('/z/', page(link('/z/b/', '报告')))
      site.page('/z/b/', page(link('/z/b/3/', '法治建设报告')))
      return list(site, '/z/b/3/', '列表', articlesOf('/xxgk/x', [...YEARS, 2020, 2019]))
    },
  ],
]
