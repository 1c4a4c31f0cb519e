/** Everything is as high as the window, and scrolled to its end: scripts that wait for that bring more rows. */
export const SIZE = 1000
export const WINDOW_SIZES = ['innerHeight', 'pageYOffset', 'scrollY']
export const ELEMENT_SIZES = new Set(['scrollTop', 'clientHeight', 'offsetHeight', 'scrollHeight', 'offsetTop'])
