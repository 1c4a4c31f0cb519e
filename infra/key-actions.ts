/** What a service asks of the key on behalf of whoever may do something: the action's beginning, and those of the key. */
const NEEDS: readonly (readonly [action: RegExp, keyActions: readonly string[]])[] = [
  [/^dynamodb:/, ['kms:Decrypt', 'kms:DescribeKey']],
  [
    /^dynamodb:(?:Put|Update|Delete|BatchWrite)/,
    ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:ReEncryptFrom', 'kms:ReEncryptTo'],
  ],
  [/^s3:GetObject/, ['kms:Decrypt']],
  // Parts of an upload are put together by who can read them.
  [/^s3:PutObject/, ['kms:Decrypt', 'kms:GenerateDataKey']],
  [/^sqs:ReceiveMessage/, ['kms:Decrypt']],
  [/^sqs:SendMessage/, ['kms:Decrypt', 'kms:GenerateDataKey']],
]

/**
 * What somebody has to be allowed with the key that encrypts tables, objects and messages, by the service that asks it.
 * @param actions what they may do with these
 * @example keyActionsFor(['sqs:ReceiveMessage']) // Map { 'sqs' => ['kms:Decrypt'] }
 */
export function keyActionsFor(actions: readonly string[]): Map<string, string[]> {
  const needed = new Map<string, Set<string>>()
  for (const action of actions)
    for (const [isOne, keyActions] of NEEDS)
      if (isOne.test(action)) {
        const service = action.slice(0, action.indexOf(':'))
        needed.set(service, (needed.get(service) ?? new Set()).union(new Set(keyActions)))
      }
  return new Map(Array.from(needed, ([service, keyActions]) => [service, [...keyActions].toSorted()]))
}
