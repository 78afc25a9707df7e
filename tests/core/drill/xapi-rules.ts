/**
 * What a learning record store refuses in statements that are made as ours are: an Agent with an account, an Activity, a result, a context.
 * Written after the tables of the specification, not after our code. (https://github.com/adlnet/xAPI-Spec/blob/master/xAPI-Data.md)
 *
 * @returns what is wrong, with the way to it; empty when a store would take it
 */
export function faultsIn(statement: unknown): readonly string[] {
  const faults: string[] = []
  const fault = (path: string, why: string) => faults.push(`${path}: ${why}`)

  /** An object with no other fields than these; 2.2 refuses null and empty objects. */
  function fields(path: string, value: unknown, required: readonly string[], optional: readonly string[] = []): Record<string, unknown> {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      fault(path, 'no object')
      return {}
    }
    const held = value as Record<string, unknown>
    if (Object.keys(held).length === 0) fault(path, 'empty')
    for (const name of required) if (!(name in held)) fault(path, `no ${name}`)
    for (const [name, each] of Object.entries(held)) {
      if (![...required, ...optional].includes(name)) fault(path, `${name} is not allowed`)
      if (each === null) fault(`${path}.${name}`, 'null')
    }
    return held
  }
  const present = (value: unknown, look: () => void) => value !== undefined && look()
  const iri = (path: string, value: unknown) => {
    if (typeof value !== 'string' || !/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(value) || !URL.canParse(value)) fault(path, 'no IRI')
    else if (/%(?![0-9a-f]{2})/i.test(value)) fault(path, 'broken escape')
  }
  const uuid = (path: string, value: unknown) => {
    if (typeof value !== 'string' || !/^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/.test(value))
      fault(path, 'no UUID')
  }
  const text = (path: string, value: unknown) => (typeof value === 'string' && value !== '') || fault(path, 'no text')
  const bool = (path: string, value: unknown) => typeof value === 'boolean' || fault(path, 'no boolean')
  const number = (path: string, value: unknown) => (typeof value === 'number' && Number.isFinite(value)) || fault(path, 'no number')
  const tag = (path: string, value: unknown) => {
    if (typeof value !== 'string' || !/^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|\d{3}))?$/i.test(value)) fault(path, 'no language tag')
  }
  const words = (path: string, value: unknown) => {
    for (const [language, each] of Object.entries(fields(path, value, [], Object.keys(value as object)))) {
      tag(path, language)
      text(`${path}.${language}`, each)
    }
  }
  const activity = (path: string, value: unknown) => {
    const held = fields(path, value, ['id'], ['objectType', 'definition'])
    iri(`${path}.id`, held.id)
    present(held.objectType, () => held.objectType === 'Activity' || fault(path, 'no Activity'))
    present(held.definition, () => {
      const definition = fields(`${path}.definition`, held.definition, [], ['name', 'description', 'type', 'moreInfo', 'extensions'])
      present(definition.name, () => words(`${path}.definition.name`, definition.name))
      present(definition.type, () => iri(`${path}.definition.type`, definition.type))
    })
  }
  const extensions = (path: string, value: unknown) => {
    for (const key of Object.keys(fields(path, value, [], Object.keys(value as object)))) iri(path, key)
  }

  const whole = fields('statement', statement, ['actor', 'verb', 'object'], ['id', 'result', 'context', 'timestamp', 'version'])
  present(whole.id, () => uuid('id', whole.id))

  // 2.4.2: an Agent has exactly one identifier.
  const actor = fields('actor', whole.actor, ['objectType', 'account'], ['name'])
  if (actor.objectType !== 'Agent') fault('actor', 'no Agent')
  const account = fields('actor.account', actor.account, ['homePage', 'name'])
  iri('actor.account.homePage', account.homePage)
  text('actor.account.name', account.name)

  const verb = fields('verb', whole.verb, ['id'], ['display'])
  iri('verb.id', verb.id)
  present(verb.display, () => words('verb.display', verb.display))
  activity('object', whole.object)

  // 2.4.5
  present(whole.result, () => {
    const result = fields('result', whole.result, [], ['score', 'success', 'completion', 'response', 'duration', 'extensions'])
    present(result.success, () => bool('result.success', result.success))
    present(result.completion, () => bool('result.completion', result.completion))
    present(result.score, () => {
      const { scaled, raw, min, max } = fields('result.score', result.score, [], ['scaled', 'raw', 'min', 'max'])
      for (const [name, each] of Object.entries({ scaled, raw, min, max })) present(each, () => number(`result.score.${name}`, each))
      if (scaled !== undefined && !((scaled as number) >= -1 && (scaled as number) <= 1)) fault('result.score.scaled', 'out of range')
      if (!((min as number) < (max as number))) fault('result.score', 'min is not below max')
      if (!((raw as number) >= (min as number) && (raw as number) <= (max as number))) fault('result.score.raw', 'out of range')
    })
    // 4.6: at most a hundredth of a second.
    present(result.duration, () => {
      const shape = /^P(?=[^T]|T\d)(\d+Y)?(\d+M)?(\d+D)?(T(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/
      if (typeof result.duration !== 'string' || !shape.test(result.duration)) fault('result.duration', 'no duration')
    })
  })

  // 2.4.6
  present(whole.context, () => {
    const context = fields(
      'context',
      whole.context,
      [],
      ['contextActivities', 'revision', 'platform', 'language', 'statement', 'extensions', 'registration'],
    )
    present(context.revision, () => text('context.revision', context.revision))
    present(context.platform, () => text('context.platform', context.platform))
    present(context.language, () => tag('context.language', context.language))
    present(context.extensions, () => extensions('context.extensions', context.extensions))
    present(context.contextActivities, () => {
      const kinds = fields('context.contextActivities', context.contextActivities, [], ['parent', 'grouping', 'category', 'other'])
      for (const [kind, each] of Object.entries(kinds)) {
        if (!Array.isArray(each) || each.length === 0) fault(`context.contextActivities.${kind}`, 'no list')
        else each.forEach((one, i) => void activity(`context.contextActivities.${kind}.${i}`, one))
      }
    })
    present(context.statement, () => {
      const ref = fields('context.statement', context.statement, ['objectType', 'id'])
      if (ref.objectType !== 'StatementRef') fault('context.statement', 'no StatementRef')
      uuid('context.statement.id', ref.id)
    })
  })

  // 4.5: RFC 3339 with milliseconds and a zone; "-00:00" says that the zone is unknown.
  present(whole.timestamp, () => {
    const stamp = String(whole.timestamp)
    const shaped = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3,}(Z|[+-]\d\d:\d\d)$/.test(stamp) && !stamp.endsWith('-00:00')
    if (!shaped || Number.isNaN(Date.parse(stamp))) fault('timestamp', 'no timestamp')
  })
  present(whole.version, () => /^1\.0\.\d+$/.test(String(whole.version)) || fault('version', 'not 1.0'))
  return faults
}
