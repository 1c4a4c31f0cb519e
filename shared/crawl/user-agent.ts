/** The name that robots.txt files can address. */
export const PRODUCT_TOKEN = 'fazhi'

/**
 * How every request names its sender.
 * @param contact page or mail address of who runs this crawl, where a portal's operator can complain
 */
export function userAgent(contact: string): string {
  return `${PRODUCT_TOKEN}/0.1 (collects published rule-of-law annual reports; +${contact})`
}
