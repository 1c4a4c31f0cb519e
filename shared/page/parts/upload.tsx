import { useEffect, useState } from 'preact/hooks'
import { UPLOAD_PATH } from '../../api/page-paths.ts'
import { usePage } from '../context.ts'

interface Sent {
  readonly name: string
  readonly state: 'uploading' | 'uploaded' | 'refusedUpload'
  readonly detail?: string
}

/** Takes files that are dropped anywhere on the page, and says what became of each. */
export function Uploads() {
  const { words } = usePage()
  const [sent, setSent] = useState<readonly Sent[]>([])
  useEffect(() => {
    const set = (one: Sent) => setSent((others) => [...others.filter(({ name }) => name !== one.name), one])
    const send = async (files: Iterable<File>) => {
      for (const file of files) {
        set({ name: file.name, state: 'uploading' })
        set(await sendFile(file))
      }
    }
    const onDrop = (event: DragEvent) => {
      event.preventDefault()
      void send(event.dataTransfer?.files ?? [])
    }
    const onDragOver = (event: DragEvent) => event.preventDefault()
    const onChoose = (event: Event) => {
      if (event.target instanceof HTMLInputElement && event.target.type === 'file') void send(event.target.files ?? [])
    }
    addEventListener('drop', onDrop)
    addEventListener('dragover', onDragOver)
    addEventListener('change', onChoose)
    return () => {
      removeEventListener('drop', onDrop)
      removeEventListener('dragover', onDragOver)
      removeEventListener('change', onChoose)
    }
  }, [])
  if (sent.length === 0) return null
  return (
    <ul class="uploads" role="status">
      {sent.map(({ name, state, detail }) => (
        <li class={state}>
          <strong>{name}</strong> {words[state]} {detail}
        </li>
      ))}
    </ul>
  )
}

async function sendFile(file: File): Promise<Sent> {
  try {
    const response = await fetch(`${UPLOAD_PATH}?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file })
    if (response.ok) return { name: file.name, state: 'uploaded' }
    return { name: file.name, state: 'refusedUpload', detail: (await response.json()).detail }
  } catch (error) {
    return { name: file.name, state: 'refusedUpload', detail: (error as Error).message }
  }
}

/** Says that files may be dropped, with a way to choose them by keyboard. */
export function UploadHint() {
  const { words, settings } = usePage()
  if (!settings.uploads) return null
  return (
    <p class="drop">
      {words.dropHint}{' '}
      <label>
        <span>{words.choose}</span>
        <input type="file" multiple />
      </label>
    </p>
  )
}
