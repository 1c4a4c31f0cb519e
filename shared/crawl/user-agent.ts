/** The name that robots.txt files use for Fazhi. */
export const PRODUCT_TOKEN = 'fazhi'

/**
 * The user agent of every request.
 * @param contact web or mail address where a portal's operator can contact whoever runs the crawl
 */
export function userAgent(contact: string): string {
  return `${PRODUCT_TOKEN}/0.1 (collects published rule-of-law annual reports; +${contact})`
}
