import { describe, expect, it } from 'vitest'
import { placeOf, scriptParts } from '../../shared/crawl/scripts/page-scripts.ts'
import { runScripts } from '../../shared/crawl/scripts/run-scripts.ts'
import { UNKNOWN } from '../../shared/crawl/scripts/unknown.ts'

const PAGE = `<input type="hidden" id="channel" name="of" class="a box" value="7" data-page-no="2"><a id="b2" class="turn-page" href="#">2</a>
<div class="pagination"><a data-no="1">1</a><a>2</a><b data-no="2" data-url="/l_2">II</b></div><a class="more" data-url="/l">2</a>
<form id="other"></form>
<form name="search" action="/s" method="post"><input name="c" value="7"><input name="p" value="1"><input type="submit" name="go"></form>`

async function run(script: string, next = 2) {
  const { parts, elements } = scriptParts(`${PAGE}<script>${script}</script>`)
  const scripts = parts.flatMap((part) => ('text' in part ? [part.text] : []))
  const place = placeOf('http://www.portal.example/l/?a=5&t=%B7%A8')
  return (await runScripts({ place, elements, scripts }, next, []))!
}

const loaded = async (script: string) => (await run(script)).loaded
const turned = async (script: string) => (await run(script)).turned

describe('what scripts find in place of a browser', () => {
  it.each([
    ['a text', 'document.writeln("a", 1)', 'a1'],
    [
      'what it knows of an element',
      'document.write(document.getElementById("channel").value + $(".box").val() + channel.value + document.getElementsByName("p")[0].value)',
      '7771',
    ],
    ['data of an element', 'document.write(channel.dataset.pageNo + $("#channel").data("page-no"))', '22'],
    [
      'a parameter of the address',
      'document.write(new URLSearchParams(location.search).get("a") + getQueryString("a"))',
      '55',
    ],
    ['a parameter in another charset', 'document.write(getQueryString("t"))', '%B7%A8'],
    [
      'parameters',
      'var p = new URLSearchParams("?a=5&b"); if (p.has("b")) p.set("a", 6); p.set("n", 2); p.append("o", "x y"); document.write(p)',
      'a=6&b=&n=2&o=x%20y',
    ],
    [
      'where it is',
      'document.write(location + document.location.pathname + (document.URL === location.href))',
      'http://www.portal.example/l/?a=5&t=%B7%A8/l/true',
    ],
    [
      'elements',
      'var f = document.createDocumentFragment(), a = document.createElement("A"); a.className = "n"; a.setAttribute("title", \'"\'); a.appendChild(document.createTextNode("<")); f.appendChild(a).info = { n: 1 }; document.body.appendChild(f); a.href = "/1"',
      '<a class="n" title="&quot;" href="/1">&lt;</a>',
    ],
    [
      'elements of jQuery',
      '$("<a>").attr({ href: "/1" }).attr("id", "a").addClass("n").text("1").appendTo("#box"); $("#box").append($("<b/>").html("2"), "<i>3</i>")',
      '<a href="/1" id="a">1</a><b>2</b><i>3</i>',
    ],
    [
      'what elements contain',
      'var u = document.createElement("ul"); u.innerHTML = "<li>0"; u.innerHTML = "<li>1"; u.innerHTML += "<li>2"; var b = document.createElement("b"); b.innerText = "?"; b.textContent = "<"; b.append("3"); b.prepend("4"); b.insertAdjacentElement("beforeend", document.createElement("i")); u.insertBefore(b, u.firstChild); document.body.innerHTML += u.innerHTML',
      '<li>1<li>2<b>&lt;34<i></i></b>',
    ],
    [
      'elements out of jQuery',
      'var f = $("#channel"); if (f.length && f.size()) document.write(f[0].value + f.get(0).value + $("body").find("#channel").val())',
      '777',
    ],
    [
      'elements that it looks for',
      'var all = document.querySelectorAll("[name=of]"), b = document.body; document.write(all.length + all[0].getAttribute("title") + b.querySelector(".box").value + b.getElementsByClassName("box")[0].value + b.getElementsByTagName("INPUT")[0].value)',
      '1777',
    ],
    ['by each element', '$("#channel").each(function(at, one){ document.write(this.value + at + one.value) })', '707'],
    ['what is not there', 'document.write(window.hasOwnProperty("nope"))', 'false'],
    [
      'nothing of the page again',
      'document.getElementById("box").appendChild(channel); $("#box").append($("#channel"))',
      '',
    ],
    ['markup that jQuery takes whole', '$("<li>1</li><li>2</li>").prependTo("#box")', '<li>1</li><li>2</li>'],
    ['adjacent markup', 'document.querySelector("#box").insertAdjacentHTML("beforeend", "<b>1</b>")', '<b>1</b>'],
    ['a frame', 'document.getElementById("f").src = "/in.html"', '<iframe src="/in.html"></iframe>'],
    [
      'what it makes of a list',
      '$.each($.map([{ n: 1 }, { n: 2 }], function(one){ return $.extend({}, one, { m: 3 }) }), function(at, one){ document.write(at + $.trim(" " + one.n) + one.m + ";") })',
      '013;123;',
    ],
    [
      'in spite of what it does not know',
      '"use strict"; for (var one of key) f(one); new IntersectionObserver(f).observe(key); document.title = location.hash = key.name = "x"; fetch("/q").then(f).catch(f); $.when($.get("/q")).then(f); document.write(1)',
      '1',
    ],
    [
      'by its own functions of a library',
      '$.show = function(n){ document.write(n) }; $.show(1); if (!$.browser.msie) $.show(2)',
      '12',
    ],
    [
      'what comes later',
      'jQuery(function($){ setTimeout(function(){ document.write("2") }, 9); document.write("1") }); window.attachEvent("onload", function(){ document.write("3") }); document.addEventListener("DOMContentLoaded", function(){ if (document.readyState == "complete") document.write("4") }); $(document).ready(function(){ requestAnimationFrame(function(){ document.write("7") }); document.write("5") }); setInterval(function(){ document.write("6") }, 9)',
      '1345627',
    ],
  ])('writes %s', async (_, script, written) => {
    expect((await loaded(script)).written).toBe(written)
  })

  it.each([
    ['$.post("/q", { p: function(){ return 1 } }, f)', 'p=1'],
    ['$("#box").load("/q #rows", { p: 1 })', 'p=1'],
    ['axios.post("/q", { p: 1 })', '{"p":1}'],
    [
      'new Vue({ el: "#app", data: { q: { p: 0 } }, mounted(){ this.load(1) }, methods: { load(n){ this.q.p = n; axios.post("/q", this.q).then(r => { this.list = r.data }) } } })',
      '{"p":1}',
    ],
    [
      'Vue.createApp({ data(){ return { p: 1 } }, async created(){ this.$nextTick(); await this.$http.post("/q", { p: this.p }) } }).use(ui).mount("#app")',
      '{"p":1}',
    ],
    ['axios({ url: "/q", method: "post", data: { p: 1 } })', '{"p":1}'],
    [
      'site.ask({ url: "/q", type: "post", headers: { "Content-Type": "application/json" }, data: { p: 1 } })',
      '{"p":1}',
    ],
    ['axios.create().request({ url: "/q", method: "post", data: "p=1" })', 'p=1'],
    [
      'fetch("/q", { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ p: 1 }) })',
      '{"p":1}',
    ],
    [
      'var x = new ActiveXObject("Microsoft.XMLHTTP"); x.open("POST", "/q"); x.setRequestHeader("Content-type", "application/x-www-form-urlencoded"); x.addEventListener("load", f); x.send("p=1")',
      'p=1',
    ],
    ['Promise.resolve({ p: 1 }).then(q => axios.post("/q", q))', '{"p":1}'],
    ['(async () => { const q = await { p: 1 }; axios.post("/q", q) })()', '{"p":1}'],
    ['axios.create({ baseURL: "/" }).post("q", { p: 1 })', '{"p":1}'],
    ['axios.defaults.baseURL = "/"; axios.create({}).post("q", Qs.stringify({ p: 1 }))', 'p=1'],
    ['var p = new URLSearchParams(); p.append("p", 1); axios.post("/q", p)', 'p=1'],
    [
      'fetch(new Request("/q", { method: "POST", headers: new Headers({ "Content-Type": "application/json" }), body: "{}" }))',
      '{}',
    ],
    ['layui.use(["jquery", "table"], function(){ layui.$.post("/q", { p: 1 }) })', 'p=1'],
    [
      'layui.table.render({ url: "/q", method: "post", where: { c: 7 }, request: { pageName: "p" }, limit: 20 })',
      'p=1&limit=20&c=7',
    ],
    ['layui.flow.load({ done: function(n, next){ layui.jquery.post("/q", { p: n }); next("") } })', 'p=1'],
    ['require(["jquery", "x"], function($, x){ x.of($); $.post("/q", { p: 1 }) })', 'p=1'],
    ['seajs.use("x", function(){ $.post("/q", { p: 1 }) })', 'p=1'],
    ['mui.ready(function(){ mui.ajax("/q", { type: "post", data: { p: 1 } }) })', 'p=1'],
    ['jQuery(document).ready(function(q){ q.post("/q", { p: 1 }) })', 'p=1'],
    [
      'new Vue({ data: { n: 1 }, computed: { q(){ return { p: this.n } } }, mounted(){ this.$nextTick(function(){ this.$http.post("/q", this.q) }) } }).$mount("#app")',
      '{"p":1}',
    ],
    [
      'new Vue({ data: { n: 1 }, watch: { n: { immediate: true, handler(n){ axios.post("/q", { p: n }) } } } })',
      '{"p":1}',
    ],
    [
      'const { createApp, ref, computed, onMounted } = Vue; createApp({ setup(){ const n = ref(1), q = computed(() => ({ p: n.value })); onMounted(() => axios.post("/q", q.value)); return { n } } }).mount("#app")',
      '{"p":1}',
    ],
  ])('would ask by POST: %s', async (script, body) => {
    const type = body.startsWith('{') ? 'application/json' : 'application/x-www-form-urlencoded'
    expect((await loaded(script)).requests).toEqual([{ url: '/q', post: { type, body } }])
  })

  it('asks by addresses that it puts together', async () => {
    const script = 'var u = new URL("/q?a=1", location.origin); u.searchParams.set("p", 2); fetch(u); $.get(u.href)'
    expect((await loaded(script)).requests.map(({ url }) => url)).toEqual(['/q?a=1&p=2', '/q?a=1&p=2'])
  })

  it('sends a form without an address to its page', async () => {
    const { requests } = await loaded('document.getElementById("other").submit()')
    expect(requests).toEqual([{ url: 'http://www.portal.example/l/', post: null }])
  })

  it.each(['document.search.submit()', '$("[name=search]").submit()'])(
    'sends a form as it stands: %s',
    async (script) => {
      const { requests } = await loaded(`document.forms[1].p.value = 2; $("[name=c]").val(8); ${script}`)
      expect(requests.map(({ url, post }) => `${url} ${post?.body}`)).toEqual(['/s c=8&p=2'])
    },
  )

  it.each([
    'location.href = "/2"',
    'location.replace("/2")',
    'parent.location = "/2"',
    'window.open("/2")',
    'document.location = "/2"; location.href = "/3"',
  ])('would go: %s', async (script) => {
    expect((await loaded(script)).goesTo).toBe('/2')
  })

  it.each([
    ['a click on a control', '$(".next").click(function(){ location.search = "p=2" })', '?p=2'],
    ['a click below an element', '$("#box").delegate(".next", "click", function(){ location.search = "p=2" })', '?p=2'],
    [
      'a click on the link that says the number',
      '$(document).on("click", ".pagination a", function(e){ location.href = "/" + $(e.target).text() + this.innerHTML })',
      '/22',
    ],
    [
      'a click on the element that carries the number',
      '$(".pagination [data-no]").click(function(){ location.href = $(this).data("url") + "/" + ($(this).data("no") + 1) })',
      '/l_2/3',
    ],
    [
      'a click on an element that is known',
      '$("body").on("click", ".more", function(){ location.href = $(this).attr("data-url") + "/2" })',
      '/l/2',
    ],
    [
      'a handler of an element',
      'b2.onclick = function(e){ e.preventDefault(); e.stopPropagation(); if (e.target === this) location.search = "p=" + e.currentTarget.innerHTML }',
      '?p=2',
    ],
    [
      'scrolling to the end',
      '$(window).scroll(function(){ if ($(this).scrollTop() + $(window).height() > $("#more").offset().top - 50) location.href = "/2" })',
      '/2',
    ],
    [
      'scrolling a document to the end',
      'window.onscroll = function(){ var d = document.documentElement; if (d.scrollTop + window.innerHeight > d.scrollHeight - 50) location.href = "/2" }',
      '/2',
    ],
    [
      'the end that comes into sight',
      'new IntersectionObserver(function(all){ if (all[0].isIntersecting) location.href = "/2" }).observe(box)',
      '/2',
    ],
    [
      'a callback that is told who turned first',
      'pages({ jump: function(o, isFirst){ if (!isFirst) location.href = "/" + o.curr } })',
      '/2',
    ],
    [
      'a callback with an event before the number',
      '$("#box").pages({ onPageClick: function(e, n){ location.href = "/" + n.toString() } })',
      '/2',
    ],
    [
      'a callback that wants a bare number',
      '$("#box").pages({ callback: function(n){ if (typeof n === "number") location.href = "/" + n } })',
      '/2',
    ],
    ['a callback that counts', '$("#box").pages({ callback: function(n){ location.href = "/" + (n + 0) } })', '/2'],
    ['a callback behind a count', 'draw(3, function(n){ location.href = "/" + n })', '/2'],
    [
      'a callback of what is made',
      'new Pager({ go: function(n){ setTimeout(function(){ location.href = "/" + n }) } })',
      '/2',
    ],
    ['a handler that an element listens by', 'b2.addEventListener("click", function(){ location.href = "/2" })', '/2'],
    ['a handler of the document', 'document.onscroll = function(){ location.href = "/2" }', '/2'],
    [
      'handlers by name and selector',
      '$("#box").on("mouseover click.pager", ".next", function(){ location.href = "/2" })',
      '/2',
    ],
  ])('turns by %s', async (_, script, goesTo) => {
    expect((await turned(script)).goesTo).toBe(goesTo)
  })

  it('turns once, and tells only of that', async () => {
    const ask = (n: number) => `scroll(function(){ setTimeout(function(){ $.get("/${n}") }) })`
    const { loaded, turned } = await run(
      `document.write("rows"); location = "/"; $.get("/rows"); $(window).${ask(1)}.${ask(2)}`,
    )
    expect(loaded).toMatchObject({ written: 'rows', requests: [{ url: '/rows' }] })
    expect(turned).toEqual({ written: '', goesTo: null, requests: [{ url: '/1', post: null }], settings: [] })
  })

  it.each([
    '$.getScript("/s.js", f)',
    '$(".tab").click(f)',
    '$("#box").delegate(".tab", "click", f)',
    '$("#next").on("focus", f)',
  ])('turns not by %s', async (script) => {
    expect((await turned(`function f(){ location.href = "/2" } ${script}`)).goesTo).toBeNull()
  })

  it.each([
    ['of an element', '$.get("/q?k=" + channel)', `/q?k=${UNKNOWN}`],
    ['of an element in jQuery', '$.get("/q?k=" + $("#channel"))', `/q?k=${UNKNOWN}`],
    ['of what a request brings', '$.get("/q?k=" + $.getScript("/k.js"))', `/q?k=${UNKNOWN}`],
    ['in the data of a request', '$.get("/q", { k: key, l: one.two() })', '/q?k=%01&l=%01'],
    ['under a name for parameters', '$.get("/q?" + params)', `/q?${UNKNOWN}`],
    ['in a field', 'channel.value = key; $.get("/q", { c: channel.value })', '/q?c=%01'],
  ])('leaves a mark of the unknown %s', async (_, script, url) => {
    expect((await loaded(script)).requests).toEqual([{ url, post: null }])
  })
})
