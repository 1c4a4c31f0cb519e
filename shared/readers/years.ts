/** Reports on the rule of law are younger, and none is of a later year: what is outside is a mistake. */
export const FIRST_YEAR = 1949
export const LAST_YEAR = 2100
