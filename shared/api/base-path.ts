/** Where the API begins. Within it nothing is taken away. */
export const BASE_PATH = '/api/v1'
