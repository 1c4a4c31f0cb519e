import type { ComponentChildren } from 'preact'
import type { Asked } from '../api.ts'
import { usePage } from '../context.ts'

interface Props<Answer> {
  readonly asked: Asked<Answer>
  readonly children: (answer: Answer) => ComponentChildren
}

/** Shows an answer when it is there; until then that it is being read, or what the API says is wrong. */
export function Answered<Answer>({ asked, children }: Props<Answer>) {
  const { words } = usePage()
  if (asked.state === 'loading')
    return (
      <p class="loading" role="status">
        {words.loading}
      </p>
    )
  if (asked.state === 'read') return <>{children(asked.answer)}</>
  return <Problem {...asked.problem} />
}

type ProblemProps = Extract<Asked<never>, { state: 'failed' }>['problem']

function Problem({ detail, parameters = [] }: ProblemProps) {
  const { words, state, change } = usePage()
  const near = parameters.flatMap(({ name, nearest }) => nearest.map((value) => ({ name, value })))
  return (
    <div class="problem" role="alert">
      <p>
        <strong>{words.failed}.</strong> {detail}
      </p>
      {near.length > 0 && (
        <p>
          {words.meant}{' '}
          {near.map(({ name, value }) => (
            <>
              <a
                href={change(
                  name === 'publisher' ? { publisher: [...state.publisher.slice(0, -1), value] } : { [name]: value },
                )}
              >
                {value}
              </a>{' '}
            </>
          ))}
        </p>
      )}
    </div>
  )
}
