import type { VERSIONS } from '../../readers/versions.ts'
import { apiPath, getJson, useAsked } from '../api.ts'
import { usePage } from '../context.ts'

export function Footer() {
  const { words } = usePage()
  const asked = useAsked('versions', () => getJson<typeof VERSIONS>(apiPath('/catalogue', { limit: 1 })))
  return (
    <footer class="bottom">
      <span>{words.licence}</span>
      <a href={apiPath('/openapi.json')}>{words.api}</a>
      {asked.state === 'read' && (
        <span>
          {words.versions(asked.answer.schemaVersion, asked.answer.catalogueVersion, asked.answer.parserVersion)}
        </span>
      )}
    </footer>
  )
}
