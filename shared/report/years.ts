/** Reports are read for years of this century only. */
export const FIRST_YEAR = 2000
export const LAST_YEAR = 2099
