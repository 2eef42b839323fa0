import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import type { Output } from '../output/output.js';
import { LocalRunError } from '../settings.js';

const TETHER = new URL('./tether.preload.js', import.meta.url).href;
const QUICK_DEATH_MILLISECONDS = 10_000;
const MOST_QUICK_DEATHS = 5;
const RESTART_PAUSE_MILLISECONDS = 150;
const PROBE_MILLISECONDS = 75;
const PROBE_TIMEOUT_MILLISECONDS = 2_000;

export interface ProcessDefinition {
  name: string;
  script: string;
  environment: Record<string, string>;
  arguments?: string[];
  directory?: string;
  /** Answers 200 when the process is ready; without one, it says `ready` over its channel. */
  readyUrl?: string;
  /** How long an orderly stop may take before the process is killed. */
  graceMilliseconds?: number;
  /** Pause before the first restart; each that follows closely doubles it. */
  restartPauseMilliseconds?: number;
}

/** Emits `change` when it starts or ends, and `failed` when restarting it is hopeless. */
export class SupervisedProcess extends EventEmitter<{ change: []; failed: [Error] }> {
  #child: ChildProcess | undefined;
  #startedAt = 0;
  #quickDeaths = 0;
  #stopping = false;
  #restart: NodeJS.Timeout | undefined;
  #saidReady = false;
  /** Whether it was ready once. */
  #served = false;

  constructor(
    readonly definition: ProcessDefinition,
    private readonly output: Output,
  ) {
    super();
  }

  get pid(): number | undefined {
    return this.#child?.pid;
  }

  start(): void {
    const { name, script, environment, directory } = this.definition;
    this.#startedAt = Date.now();
    this.#saidReady = false;
    // A process group of its own: Ctrl-C reaches the supervisor alone, which then stops everything in order.
    const child = spawn(
      process.execPath,
      ['--import', TETHER, script, ...(this.definition.arguments ?? [])],
      {
        cwd: directory,
        env: environment,
        detached: true,
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      },
    );
    this.#child = child;
    this.output.pipe(name, child.stdout);
    this.output.pipe(name, child.stderr);
    child.on('message', (message) => {
      if (message === 'ready') this.#saidReady = true;
      this.emit('change');
    });
    child.once('exit', (code, signal) => this.#ended(signal ?? code ?? 0));
    this.emit('change');
  }

  /** Resolves when the process serves; rejects when it is given up on. */
  async ready(): Promise<void> {
    const controller = new AbortController();
    const failure = once(this, 'failed', { signal: controller.signal }).then(([error]) => {
      throw error;
    });
    try {
      await Promise.race([failure, this.#poll(controller.signal)]);
      this.#served = true;
    } finally {
      controller.abort();
      failure.catch(() => {});
    }
  }

  /** Asks for an orderly stop, and kills what does not end in time. */
  async stop(): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    const child = this.#child;
    if (!child) return;
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), this.definition.graceMilliseconds ?? 10_000);
    await ended;
    clearTimeout(impatience);
  }

  kill(): void {
    this.#stopping = true;
    this.#child?.kill('SIGKILL');
  }

  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted && !(await this.#serves())) {
      await new Promise((resolve) => setTimeout(resolve, PROBE_MILLISECONDS));
    }
  }

  async #serves(): Promise<boolean> {
    const { readyUrl } = this.definition;
    if (!this.#child || !readyUrl) return this.#saidReady;
    const answer = await fetch(readyUrl, { signal: AbortSignal.timeout(PROBE_TIMEOUT_MILLISECONDS) }).catch(
      () => undefined,
    );
    await answer?.body?.cancel();
    return answer?.ok ?? false;
  }

  #ended(reason: number | NodeJS.Signals): void {
    this.#child = undefined;
    this.emit('change');
    if (this.#stopping) return;
    const { name } = this.definition;
    const quick = Date.now() - this.#startedAt < QUICK_DEATH_MILLISECONDS;
    this.#quickDeaths = quick ? this.#quickDeaths + 1 : 0;
    // What refuses to start the first time has said why, and would say it again; what did serve may recover.
    const refused = !this.#served && typeof reason === 'number';
    if (refused || this.#quickDeaths >= MOST_QUICK_DEATHS) {
      const text = refused ? 'ne démarre pas' : "s'arrête dès qu'il démarre";
      this.emit(
        'failed',
        new LocalRunError(`${name} ${text} (${reason}) ; ses messages ci-dessus disent pourquoi.`),
      );
      return;
    }
    this.output.line('ancrage', `${name} s'est arrêté (${reason}), redémarrage…`, 'warn');
    const pause = this.definition.restartPauseMilliseconds ?? RESTART_PAUSE_MILLISECONDS;
    this.#restart = setTimeout(() => this.start(), pause * 2 ** this.#quickDeaths);
  }
}
