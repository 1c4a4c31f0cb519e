/** The parts of a CloudFormation template that the engine reads. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

export interface Resource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

/** The template needs something that the engine does not simulate. The message says what, where, and what to change. */
export class NotSimulatedError extends Error {
  override readonly name = 'NotSimulatedError'
}

export const ACCOUNT = '000000000000'
export const REGION = 'us-east-1'
