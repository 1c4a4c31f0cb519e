/** What a cell of figures holds at most, in characters; longer ones, and sentences, are prose. */
export const LONGEST_CELL = 40

/** A number with at most a measure word: what makes lines with gaps a table. Dates are none. */
export const HOLDS_NUMBER = /^[约近超]?\d[\d,]*(?:\.\d+)?(?:[%‰]|(?![年月日.、)])[\u4e00-\u9fff]{1,3})?$/
