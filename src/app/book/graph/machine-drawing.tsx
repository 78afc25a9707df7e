import '@xyflow/react/dist/base.css'
import {
  BaseEdge,
  Controls,
  type Edge,
  type EdgeProps,
  Handle,
  type Node,
  type NodeProps,
  Position,
  ReactFlow,
  ReactFlowProvider,
} from '@xyflow/react'
import { type CSSProperties, createContext, useCallback, useContext, useEffect, useId, useMemo, useRef, useState } from 'react'
import type { Lead, Way } from '../../../core/book/outline.ts'
import { invariant } from '../../../core/invariant.ts'
import type { CompiledPack, Machine } from '../../../core/pack.ts'
import { useWords } from '../../words.tsx'
import { useBook } from '../book-data.ts'
import { useTriggerWords } from '../parts/trigger-words.ts'
import { layOut } from './layout.ts'
import styles from './machine-drawing.module.css'
import { type GraphNode, machineGraph } from './machine-graph.ts'

/** Measures of a box in pixels at full size; the style sheet holds to them. */
const WIDTH = 204
const HEAD = 42
const ROW = 19
const FOOT = 6
/** What a box keeps free at its sides, in pixels. */
const PADDING = 18
/** Below this, nothing can be read: a wider drawing is moved about instead. */
const SMALLEST = 0.72
/** A drawing is never blown up. */
const LARGEST = 1
/** The tallest part of a drawing that is shown at once when it has to be moved about, in pixels. */
const WINDOW = 640

export interface MachineDrawingProps {
  /** A scenario's or a journey's id. Not the machine itself: React's development build compares props to the last detail. */
  readonly machine: string
  /** A box was chosen. */
  readonly onPick: (state: string) => void
}

type BoxNode = Node<{ readonly node: GraphNode }, 'box'>
type RouteEdge = Edge<{ readonly path: string; readonly back: boolean }, 'route'>

/** A machine, drawn: each step a box with all that can happen there and where it leads, and lines for the main ways. */
export function MachineDrawing({ machine: id, onPick }: MachineDrawingProps) {
  const { pack } = useBook()
  const machine = pack.machines[id]
  invariant(machine, `the page of ${id} has seen to it that there is such a machine`)
  const { t, title } = useWords()
  const [all, setAll] = useState(false)
  const [lit, setLit] = useState<string>()
  const frame = useRef<HTMLDivElement>(null)
  const width = useWidth(frame)
  const graph = useMemo(() => machineGraph(machine), [machine])
  const words = useTriggerWords(pack)
  const rows = useMemo(() => {
    const leadWidth = (lead: Lead) => {
      const final = lead.to === undefined ? undefined : machine.states[lead.to]?.final
      const place = lead.to === undefined ? 0 : (final ? widthOf(t(`outcomeShort.${final.outcome}`)) : 14) + 12
      const started = lead.start === undefined ? undefined : pack.scenarios[lead.start]
      return place + (started ? widthOf(title(started.title)) + 24 : 0)
    }
    const twoLines = (way: Way) =>
      widthOf(words(way.trigger)) + 16 + distinct(machine, way).reduce((sum, lead) => sum + leadWidth(lead), 0) > WIDTH - PADDING
    return new Map(graph.nodes.map(({ id, ways }) => [id, ways.map((way) => (twoLines(way) ? 2 : 1))]))
  }, [graph, machine, pack, t, title, words])
  const heightOf = useCallback(
    (id: string) =>
      HEAD +
      ROW *
        Math.max(
          1,
          (rows.get(id) ?? []).reduce((sum, lines) => sum + lines, 0),
        ) +
      FOOT,
    [rows],
  )
  const laid = useMemo(() => {
    const boxes = graph.nodes.map(({ id }) => ({ id, width: WIDTH, height: heightOf(id) }))
    return layOut(boxes, all ? graph.links : graph.mainLinks)
  }, [graph, all, heightOf])
  const scene = useMemo(() => ({ pack, machine, graph, rows, lit }), [pack, machine, graph, rows, lit])

  const nodes = useMemo(
    () =>
      graph.nodes.map((node): BoxNode => {
        const { x = 0, y = 0 } = laid.boxes.get(node.id) ?? {}
        const height = heightOf(node.id)
        return { id: node.id, type: 'box', position: { x, y }, data: { node }, width: WIDTH, height, measured: { width: WIDTH, height } }
      }),
    [graph, laid, heightOf],
  )
  const edges = useMemo(
    () =>
      laid.routes.map(
        ({ from, to, path, back }): RouteEdge => ({
          id: `${from} ${to}`,
          source: from,
          target: to,
          type: 'route',
          data: { path, back },
          focusable: false,
          className: lit === from || lit === to ? 'lit' : lit ? 'dim' : '',
        }),
      ),
    [laid, lit],
  )
  const zoom = Math.min(LARGEST, Math.max(SMALLEST, width / laid.width))
  const fits = laid.width * zoom <= width + 1
  const height = fits ? laid.height * zoom : Math.min(WINDOW, laid.height * zoom)
  const x = fits ? (width - laid.width * zoom) / 2 : entryLeft(laid.boxes.get(machine.entry)?.x ?? 0, zoom, width, laid.width)

  return (
    <figure className={styles.figure}>
      <div className={styles.bar}>
        <label className={styles.toggle}>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
          {t('book.graph.all', { count: graph.links.length })}
        </label>
        <span className={styles.hint}>{fits ? t('book.graph.hint') : t('book.graph.hintMove')}</span>
      </div>
      <div ref={frame} className={styles.frame} style={{ height }} data-lit={lit ? true : undefined}>
        {width > 0 && (
          <Scene value={scene}>
            <ReactFlowProvider key={`${machine.id} ${all} ${Math.round(width)}`}>
              <ReactFlow
                nodes={nodes}
                edges={edges}
                nodeTypes={NODES}
                edgeTypes={EDGES}
                defaultViewport={{ x, y: 0, zoom }}
                minZoom={0.3}
                maxZoom={1.6}
                nodesDraggable={false}
                nodesConnectable={false}
                edgesFocusable={false}
                elementsSelectable={false}
                nodesFocusable
                zoomOnScroll={false}
                zoomOnDoubleClick={false}
                preventScrolling={false}
                panOnDrag={!fits}
                onNodeMouseEnter={(_, { id }) => setLit(id)}
                onNodeMouseLeave={() => setLit(undefined)}
                onNodeClick={(_, { id }) => onPick(id)}
                ariaLabelConfig={{ 'node.a11yDescription.default': t('book.graph.box'), 'controls.ariaLabel': t('book.graph.controls') }}
                proOptions={{ hideAttribution: true }}
              >
                {!fits && <Controls showInteractive={false} />}
              </ReactFlow>
            </ReactFlowProvider>
          </Scene>
        )}
      </div>
    </figure>
  )
}

/** About how wide a text is at the size of the boxes, in pixels: before anything is drawn, nothing can be measured. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character > '\u2e80' ? 12 : 6.2), 0)
}

/** Starts with the first step in sight. */
function entryLeft(x: number, zoom: number, width: number, whole: number): number {
  const centred = width / 2 - (x + WIDTH / 2) * zoom
  return Math.min(0, Math.max(width - whole * zoom, centred))
}

interface SceneValue {
  readonly pack: CompiledPack
  readonly machine: Machine
  readonly graph: ReturnType<typeof machineGraph>
  /** How many lines each way of each box takes. */
  readonly rows: ReadonlyMap<string, readonly number[]>
  readonly lit: string | undefined
}
const SceneContext = createContext<SceneValue | undefined>(undefined)
const Scene = SceneContext.Provider

function Box({ data: { node } }: NodeProps<BoxNode>) {
  const { title } = useWords()
  const scene = useContext(SceneContext)
  const words = useTriggerWords(scene?.pack)
  if (!scene) return null
  const { pack, graph, rows, lit } = scene
  const line = pack.lines[node.state.say.at(-1)?.line ?? '']
  const from = graph.links.some((link) => link.from === lit && link.to === node.id)
  const to = graph.links.some((link) => link.to === lit && link.from === node.id)
  return (
    <div
      className={styles.box}
      data-stage={node.stage}
      data-lit={lit === node.id || undefined}
      data-next={from || undefined}
      data-before={to || undefined}
      style={{ '--row': `${ROW}px`, '--head': `${HEAD}px` } as CSSProperties}
    >
      <Handle type="target" position={Position.Top} className={styles.handle} />
      <div className={styles.head}>
        <span className={styles.number}>{node.number}</span>
        <span className={styles.title}>{line ? title(line.purpose) : node.id}</span>
        <span className={styles.stage}>{title(pack.stages[node.stage].title)}</span>
      </div>
      <ul className={styles.ways}>
        {node.ways.map((way, i) => (
          <li
            key={words(way.trigger)}
            className={styles.way}
            data-by={agentDoes(pack, way) || undefined}
            data-lines={rows.get(node.id)?.[i]}
          >
            <span className={styles.what}>{words(way.trigger)}</span>
            <Leads way={way} self={node.id} />
          </li>
        ))}
      </ul>
      <Handle type="source" position={Position.Bottom} className={styles.handle} />
    </div>
  )
}

function agentDoes(pack: CompiledPack, { trigger }: Way): boolean {
  return trigger.type !== 'move' || pack.moves[trigger.move]?.by === 'agent'
}

/** Where a way leads, each place and each kind of end once: under which conditions is told in the text beneath. */
function distinct(machine: Machine, { leads }: Way): readonly Lead[] {
  const seen = new Set<string>()
  return leads.filter(({ to, start }) => {
    const final = to === undefined ? undefined : machine.states[to]?.final
    const place = `${start} ${final ? `ends ${final.outcome}` : to}`
    if (seen.has(place)) return false
    seen.add(place)
    return true
  })
}

function Leads({ way, self }: { readonly way: Way; readonly self: string }) {
  const machine = useContext(SceneContext)?.machine
  if (!machine) return null
  return (
    <span className={styles.leads}>
      {distinct(machine, way).map((lead) => (
        <Target key={JSON.stringify(lead)} way={way} lead={lead} self={self} />
      ))}
    </span>
  )
}

function Target({ way, lead, self }: { readonly way: Way; readonly lead: Lead; readonly self: string }) {
  const { t, title } = useWords()
  const scene = useContext(SceneContext)
  if (!scene) return null
  const { pack, machine, graph } = scene
  const number = graph.nodes.find(({ id }) => id === lead.to)?.number
  const final = lead.to === undefined ? undefined : machine.states[lead.to]?.final
  const started = lead.start === undefined ? undefined : pack.scenarios[lead.start]
  const perhaps = lead.when && way.leads.length > 1 ? true : undefined
  return (
    <>
      {final ? (
        <span className={styles.end} data-perhaps={perhaps} title={t(`outcome.${final.outcome}`)}>
          {t(`outcomeShort.${final.outcome}`)}
        </span>
      ) : lead.to === self ? (
        <span className={styles.self} data-perhaps={perhaps}>
          ↺
        </span>
      ) : (
        number !== undefined && (
          <span className={styles.to} data-perhaps={perhaps}>
            {number}
          </span>
        )
      )}
      {started && <span className={styles.start}>⇥{title(started.title)}</span>}
    </>
  )
}

function Line({ id, data }: EdgeProps<RouteEdge>) {
  const marker = useId()
  if (!data) return null
  return (
    <>
      <defs>
        <marker id={marker} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto-start-reverse">
          <path d="M0 0.5 8 4 0 7.5Z" className={styles.arrow} />
        </marker>
      </defs>
      <BaseEdge id={id} path={data.path} markerEnd={`url(#${marker})`} className={data.back ? styles.back : styles.line} />
    </>
  )
}

const NODES = { box: Box }
const EDGES = { route: Line }

/** The width of an element, now and whenever it changes; 0 until it is known. */
function useWidth(ref: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element)
    setWidth(Math.floor(element.getBoundingClientRect().width))
    return () => observer.disconnect()
  }, [ref])
  return width
}
