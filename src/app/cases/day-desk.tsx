import { useEffect, useMemo, useState } from 'react'
import { batchesOf } from '../../core/batches.ts'
import { dateOf, dayOf, startOf } from '../../core/calendar/days.ts'
import { assign, DIGITS } from '../../ui/shortcut-rows.ts'
import { useWords } from '../words.tsx'
import { BatchList } from './batch-list.tsx'
import { CallList } from './call-list.tsx'
import { CallRecord } from './call-record.tsx'
import { type Place, usePlace, VIEWS, viewAddress } from './cases-address.ts'
import { CheckList } from './check-list.tsx'
import { pickedDay } from './day-picker.tsx'
import { useDeskData } from './desk-context.ts'
import { DeskFrame } from './frame.tsx'
import { openPromises } from './open-promises.ts'
import { PromiseList } from './promise-list.tsx'
import { useCalls } from './use-calls.ts'
import { useDeskKeys } from './use-desk-keys.ts'

/** How often the lists are read again by themselves, in milliseconds. */
const RENEWED = 30_000

/** The lists of the day, over one reading of what they share. */
export function DayDesk() {
  const { t } = useWords()
  const { home, shown } = useDeskData()
  const place = usePlace()
  const [asked, setAsked] = useState(0)
  const renew = () => setAsked((before) => before + 1)
  useEffect(() => {
    const again = () => document.visibilityState === 'visible' && setAsked((before) => before + 1)
    const timer = setInterval(again, RENEWED)
    document.addEventListener('visibilitychange', again)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', again)
    }
  }, [])

  // As old as what was read: what stands in a list does not change its place between two readings.
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the time of the reading
  const now = useMemo(() => home.clock(), [home, asked])
  const [picked, setPicked] = useState<number>()
  const day = pickedDay(picked ?? dayOf(now), now, (next) => setPicked(next === dayOf(now) ? undefined : next))
  const owed = useCalls(home.store, { by: 'owed' }, asked)
  const ofDay = useCalls(home.store, { by: 'started', from: startOf(day.day), to: startOf(day.day + 1) }, asked)
  const promises = useMemo(() => openPromises(shown, owed.calls ?? [], now), [shown, owed.calls, now])
  const batches = useMemo(() => batchesOf(shown, ofDay.calls ?? []).length, [shown, ofDay.calls])

  useDeskKeys([
    ...assign(VIEWS, DIGITS, (view) => goTo(viewAddress(view))),
    { code: 'KeyR', run: renew },
    { code: 'KeyH', run: () => goTo('#/') },
  ])

  const trouble = owed.failed || ofDay.failed ? t('cases.failed') : undefined
  return (
    <DeskFrame
      place={place}
      overdue={promises.filter(({ status }) => status === 'overdue').length}
      counts={{ promises: promises.length, calls: ofDay.calls?.length ?? 0, batches }}
      notice={home.store.lasting ? trouble : t('cases.memory')}
      onReload={renew}
    >
      {owed.calls && ofDay.calls && listAt(place)}
    </DeskFrame>
  )

  function listAt(where: Place) {
    switch (where.at) {
      case 'promises':
        return <PromiseList promises={promises} today={dateOf(dayOf(now))} onChanged={renew} />
      case 'calls':
        return <CallList key={day.day} calls={ofDay.calls} day={day} />
      case 'batches':
        return <BatchList key={day.day} calls={ofDay.calls ?? []} day={day} asked={asked} />
      case 'checks':
        return <CheckList now={now} asked={asked} />
      case 'call':
        return <CallRecord key={where.call} id={where.call} asked={asked} />
    }
  }
}

function goTo(address: string): void {
  location.hash = address
}
