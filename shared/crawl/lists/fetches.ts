/** Calls by which a script fetches rows that the page does not have. */
export const FETCHES = /\$\.(?:ajax|get|post|getJSON)\b|\bfetch\s{0,3}\(|XMLHttpRequest|\baxios\b/
