/** Where the page is; what it consists of is below. */
export const PAGE_PATH = '/explore'
/** Where files are sent that are dropped on the page. */
export const UPLOAD_PATH = `${PAGE_PATH}/files`
/** How characters of place names are read. */
export const PINYIN_PATH = `${PAGE_PATH}/pinyin.json`
/** Beside the program of a function that serves it: what the page is made of, by name. */
export const PAGE_FILE = 'page.json'
