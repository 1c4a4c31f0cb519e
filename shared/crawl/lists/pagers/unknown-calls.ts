import { MAX_SCRIPTS } from '../../pages/markup.ts'

/** A call by its bare name, with what it is called with. */
const CALL =
  /(?<![\w$.])(?:new\s{1,3})?(?<name>[A-Za-z_$][\w$]{0,40}(?:\.[A-Za-z_$][\w$]{0,40})?)\s{0,3}\((?<args>[^()]{0,300})\)/g
/** Names of the language and of browsers, and words that stand before brackets. */
const KNOWN =
  /^(?:if|for|while|switch|catch|function|return|typeof|Date|Array|Number|String|RegExp|Math\.\w+|JSON\.\w+|Object\.\w+|console\.\w+|document\.\w+|window\.\w+|location\.\w+|parseInt|parseFloat|isNaN|alert|set(?:Timeout|Interval)|clear(?:Timeout|Interval)|eval|require|define|encodeURI\w*|decodeURI\w*|escape|unescape|Swiper|_hmt\.\w+|\$\.\w+|jQuery\.\w+)$/
/** Methods of values, which no page defines. */
const METHOD =
  /\.(?:sub(?:str|string)|slice|splice|charAt|charCodeAt|toFixed|indexOf|split|replace|push|eq|get|css|animate|fadeIn|fadeOut|delay|height|width|setFullYear|setTime|getAttribute|setAttribute|style|add|remove|join|concat|scrollTo|slide\w*|toggle\w*|attr|addClass|removeClass|text|html|val)$/
/** Functions by such names turn no pages. */
const OTHER =
  /share|hits?|visit|(?:get|view|click)count|tongji|statis|font|zoom|scroll(?!load)|roll|focus|left|right|top|height|color|weather|time|(?<!up)date|slide|swiper|marquee|banner|tab(?!le)|menu|search|login|player|(?<!lo)ad$/i
/** Settings that say how much there is, and how much of it is shown. */
const ALL = /["']?\w{0,12}(?:sum|total|count|pages|all|max|rows)\w{0,8}["']?\s{0,3}:\s{0,3}["']?[0-9]{1,6}\b/i
const PART = /["']?\w{0,12}(?:cur|index|now|page|size|each|per|limit|num)\w{0,8}["']?\s{0,3}:\s{0,3}["']?[0-9]{1,6}\b/i
/** Variables that hold a number. */
const NUMBERED = /(?<![\w$.])([A-Za-z_$][\w$]{0,40})\s{0,3}=\s{0,3}["']?[0-9]{1,5}["']?\s{0,3}(?=[;,\n/])/g
/** Names that a script gives to functions. */
const DEFINED =
  /\bfunction\s{1,3}([\w$]{1,41})\s{0,3}\(|(?<![\w$])([\w$]{1,41})\s{0,3}[=:]\s{0,3}(?:async\s{1,3})?(?:function\b|\()/g

/**
 * A call of a function that the page's inline scripts do not define, with counts: `fy("list", 3, 1)`, `new Bar({sum: 21, each: 7})`.
 * @param from where calls are looked for
 * @param scripts all inline scripts of the page
 * @param atLeast how many numbers it is called with
 */
export function unknownCall(from: string, scripts: string, atLeast: number): string | null {
  const defined = new Set([...scripts.slice(0, MAX_SCRIPTS).matchAll(DEFINED)].map(([, name, other]) => name ?? other))
  const numbered = new Set([...scripts.slice(0, MAX_SCRIPTS).matchAll(NUMBERED)].map(([, name]) => name!))
  const isNumber = (arg: string) => /^["']?[0-9]{1,5}["']?$/.test(arg) || numbered.has(arg)
  for (const { 0: call, groups } of from.slice(0, MAX_SCRIPTS).matchAll(CALL)) {
    const { name = '', args = '' } = groups!
    const numbers = args.split(',').filter((arg) => isNumber(arg.trim()))
    const isCounted = numbers.length >= atLeast || (ALL.test(args) && PART.test(args))
    if (!isCounted || KNOWN.test(name) || METHOD.test(name) || OTHER.test(name)) continue
    if (!defined.has(name.split('.').at(-1))) return call.slice(0, 60)
  }
  return null
}
