import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { NotSimulatedError, type Template } from './template.ts'

/** A synthesized app: the template of its only stack, and the folders of its function bundles. */
export interface Assembly {
  readonly template: Template
  /** The folder of an asset, by its key in the template. */
  readonly assetFolder: (s3Key: string) => string
}

interface Manifest {
  readonly artifacts: Readonly<Record<string, { type: string; properties?: { templateFile?: string } }>>
}
interface AssetManifest {
  readonly files: Readonly<
    Record<string, { source: { path: string }; destinations: Record<string, { objectKey: string }> }>
  >
}

/** @param folder the output of `cdk synth` */
export async function readAssembly(folder: string): Promise<Assembly> {
  const read = async (file: string) => JSON.parse(await readFile(join(folder, file), 'utf8'))
  const { artifacts }: Manifest = await read('manifest.json')
  const stacks = Object.entries(artifacts).filter(([, { type }]) => type === 'aws:cloudformation:stack')
  const [[name, stack] = []] = stacks
  if (!stack || stacks.length > 1)
    throw new NotSimulatedError(`${folder} has ${stacks.length} stacks; the local engine runs an app with one stack.`)
  const [template, { files }]: [Template, AssetManifest] = await Promise.all([
    read(stack.properties?.templateFile ?? `${name}.template.json`),
    read(`${name}.assets.json`),
  ])
  const folders = new Map(
    Object.values(files).flatMap(({ source, destinations }) =>
      Object.values(destinations).map(({ objectKey }) => [objectKey, join(folder, source.path)] as const),
    ),
  )
  return {
    template,
    assetFolder: (s3Key) => {
      const path = folders.get(s3Key)
      if (path === undefined) throw new NotSimulatedError(`${folder} has no asset ${s3Key}; synthesize the app again.`)
      return path
    },
  }
}
