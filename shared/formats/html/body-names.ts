/**
 * Containers of the article in the content systems that governments use, surest first, matched against class names and
 * id. A name of the second list is used for other things too, so it must hold nearly all the page's prose.
 */
export const SURE_NAMES = [
  /(?:^|\s)ucap-content(?:$|\s)/,
  /(?:^|\s)trs_ueditor(?:$|\s)/,
  /(?:^|\s)trs_editor(?:_view)?(?:$|\s)/,
  /(?:^|\s)custom_unionstyle(?:$|\s)/,
  /(?:^|\s)zoom(?:con)?(?:$|\s)/,
  /(?:^|\s)(?:v_news_content|vsb_content\w{0,12}|vsb_newscontent)(?:$|\s)/,
  /(?:^|\s)article[-_]?content(?:$|\s)/,
  /(?:^|\s)js_content(?:$|\s)/,
]
export const COMMON_NAMES = [/(?:^|\s)view(?:$|\s)/, /(?:^|\s)content(?:$|\s)/]

/** Passes over the many elements that have none of the names. */
export const ANY_NAME = new RegExp([...SURE_NAMES, ...COMMON_NAMES].map(({ source }) => source).join('|'))
/** All of an article's own container. */
export const SURE_NAME = new RegExp(SURE_NAMES.map(({ source }) => source).join('|'))
