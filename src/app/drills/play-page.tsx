import { useEffect, useState } from 'react'
import { Stopped } from '../stopped.tsx'
import { useWords } from '../words.tsx'
import { useDrillData } from './drill-context.ts'
import { goTo, resultAddress, viewAddress } from './drills-address.ts'
import { takeRoom } from './open-rooms.ts'
import { PlayRoom } from './play-room.tsx'
import { type Room, reopenRoom } from './room.ts'

type Opening = { readonly state: 'opening' | 'unknown' | 'outdated' } | { readonly state: 'open'; readonly room: Room }

/** A drill that has just begun, or one that goes on where it was left. */
export function PlayPage({ drill }: { readonly drill: string }) {
  const { t } = useWords()
  const data = useDrillData()
  const [opening, setOpening] = useState<Opening>({ state: 'opening' })
  // The languages change what is shown, not what is played.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a drill is opened once
  useEffect(() => {
    let left = false
    let room: Room | undefined
    const show = (opened: Room) => {
      room = opened
      setOpening({ state: 'open', room: opened })
    }
    const held = takeRoom(drill)
    if (held) show(held)
    else
      data.store.record(drill).then(
        (record) => {
          if (left) return
          const persona = data.drills.personas.find(({ id }) => id === record?.persona)
          if (!record || !persona) setOpening({ state: 'unknown' })
          else if (record.ended) goTo(resultAddress(drill))
          // Other words, other machines: they would not be the same customer.
          else if (record.drills !== data.drills.hash || record.pack.hash !== data.pack.hash) setOpening({ state: 'outdated' })
          else show(reopenRoom(data, persona, record))
        },
        () => left || setOpening({ state: 'unknown' }),
      )
    return () => {
      left = true
      room?.close()
    }
  }, [drill])

  const back = () => goTo(viewAddress('choose'))
  switch (opening.state) {
    case 'opening':
      return null
    case 'unknown':
      return <Stopped words={t('drills.play.unknown')} action={t('drills.play.back')} onAct={back} />
    case 'outdated':
      return <Stopped words={t('drills.play.outdated')} action={t('drills.play.back')} onAct={back} />
    case 'open':
      return <PlayRoom room={opening.room} />
  }
}
