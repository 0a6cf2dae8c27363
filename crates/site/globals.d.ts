// What the site's scripts find around them: names of mdBook's, and what the modules hand over.
// `crates/verdict/tests/types.rs` holds what comes from Rust against it.

interface Parameter {
  [other: string]: unknown;
  name: string;
  label: string;
  unit: string;
  default: number;
  min: number;
  max: number;
  step: number;
}

interface Variant {
  [other: string]: unknown;
  name: string;
  warning: string;
  freezes?: boolean;
  by_hand?: boolean;
}

/** An example's declaration, as far as scripts read it. */
interface Declaration {
  [other: string]: unknown;
  title: string;
  lead: string;
  run: string;
  prediction?: {
    question: string;
    measured: string;
    answers: { [other: string]: unknown; text: string }[];
  };
  params: Parameter[];
  variants: Variant[];
  throughput?: boolean;
  folded?: boolean;
}

type FindingName = 'holds' | 'conditional' | 'misleading' | 'false' | 'unmeasurable';

interface Finding {
  claim: string;
  finding: FindingName;
  expected: boolean;
  why: string;
}

interface Measure {
  name: string;
  unit: string;
  samples: number[];
  median: number;
  spread: number;
}

/** What a run found: `crates/verdict/src/report.rs`. */
interface Report {
  schema: 2;
  example: string;
  claims: string[];
  params: Record<string, number>;
  environment: {
    user_agent: string;
    stated_cores: number;
    cores?: number;
    cores_after?: number;
    clock_step: number;
    idle_frame?: number;
    date: number;
  };
  /** The worst over the findings; absent when one variant ran alone. */
  outcome?: 'as-expected' | 'unexpected' | 'unmeasurable';
  variants: { name: string; measures: Measure[] }[];
  findings: Finding[];
}

/** What is kept of a whole run; times in milliseconds. */
interface Result {
  date: number;
  took: number;
  browser: string;
  module: string;
  settings: Record<string, number>;
  findings: Finding[];
}

/** Why a run came to nothing. */
type FailureKind = 'busy' | 'stopped' | 'unsupported' | 'load' | 'memory' | 'trap' | 'run';

/** The generated glue of an example, as far as scripts call it. */
interface ExampleModule {
  stop(): void;
  __wbg_reset_state(): void;
}

/** The runs of one panel, kept by the panel module. */
interface Runs {
  run(request: string, example: ExampleModule, run: CurrentRun): Promise<string>;
  trace(): string;
  drawn(): string;
  forget(): void;
}

interface PanelModule {
  Runs: new () => Runs;
}

/** What the panel module sees of an element during a run. */
interface CurrentRun {
  /** Whether the reader has pressed Stop, or it is over. */
  stopped: boolean;
  /** Rejects when the run is stopped, which `halt` does. */
  halted: Promise<never>;
  halt(): void;
  /** Aborted when it is over. */
  whole: AbortController;
  /** The address of the site's root. */
  site: string;
  inputs: number[];
  part(name: string): HTMLElement;
  status(sentence: string): void;
  progress(done: number): void;
}

/** A panel, as the rest of the site may use it. */
interface Panel extends HTMLElement {
  readonly report: Report | null;
  readonly failure: { kind: FailureKind; message: string } | null;
  run(variant?: string): Promise<Report>;
  stop(): void;
  reset(): void;
}

interface HTMLElementEventMap {
  'wasm-example-done': CustomEvent<Report>;
}

interface DocumentEventMap {
  'wasm-example-done': CustomEvent<Report>;
}

interface Navigator {
  /** Where there is one. */
  connection?: { saveData?: boolean };
}

interface Performance {
  getEntriesByType(type: 'resource'): PerformanceResourceTiming[];
  getEntriesByType(type: 'navigation'): PerformanceNavigationTiming[];
}

/** By how much the page's clock is ahead of this one's, in milliseconds; in workers alone. */
declare var pageIsAhead: number | undefined;
