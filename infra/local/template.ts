/** As much of a CloudFormation template as the engine reads. */
export interface Template {
  readonly Resources: Readonly<Record<string, Resource>>
  readonly Parameters?: Readonly<Record<string, { readonly Default?: unknown }>>
  readonly Outputs?: Readonly<Record<string, { readonly Value: unknown }>>
}

export interface Resource {
  readonly Type: string
  readonly Properties?: Readonly<Record<string, unknown>>
}

/** The template asks for something that the engine does not do. Says what, where, and what to change. */
export class NotSimulatedError extends Error {
  override readonly name = 'NotSimulatedError'
}

export const ACCOUNT = '000000000000'
export const REGION = 'us-east-1'
