import { createMailSink, type MailSink } from '../mail/mail-sink.js';
import type { Output } from '../output/output.js';
import { type ProcessDefinition, SupervisedProcess } from '../process/supervised-process.js';
import { loadSecrets, type Secrets } from '../secrets.js';
import type { DatabaseUrls, LocalSettings } from '../settings.js';
import { describePostgres, ensureDatabases } from './databases.js';
import { describeServices, type Services } from './environment.js';
import { clearLeftovers } from './leftovers.js';
import { checkPorts } from './port-check.js';
import { removeRunRecord, writeRunRecord } from './run-record.js';

export interface PlatformOptions {
  settings: LocalSettings;
  output: Output;
  /** Called once when a process cannot be kept running. */
  onFailure: (error: Error) => void;
  /** Changes what is run: `npm run dev` serves the web from its sources. */
  adapt?: (services: Services) => Services;
}

/** The whole platform on one machine: its processes, started in order and stopped in the reverse one. */
export class Platform {
  readonly #processes = new Map<string, SupervisedProcess>();
  #mail: MailSink | undefined;
  #stopping = false;

  constructor(private readonly options: PlatformOptions) {}

  /** Checks the ports, then brings up the databases; nothing serves yet. */
  async prepare(): Promise<{ databases: DatabaseUrls; secrets: Secrets }> {
    const { settings } = this.options;
    await clearLeftovers(settings.dataDirectory);
    await checkPorts(settings);
    const secrets = await loadSecrets(settings.dataDirectory);
    if (settings.databases) return { databases: settings.databases, secrets };
    await this.#run(describePostgres(settings, secrets)).ready();
    return { databases: await ensureDatabases(settings, secrets), secrets };
  }

  /** Starts every service; each waits for what it needs by itself, so they start together. */
  async serve(databases: DatabaseUrls, secrets: Secrets): Promise<Services> {
    const { settings, adapt = (services) => services } = this.options;
    const services = adapt(describeServices(settings, secrets, databases));
    this.#mail = await createMailSink({ smtpPort: settings.ports.smtp, httpPort: settings.ports.mail });
    for (const definition of [...services.behind, services.gateway, services.web]) this.#run(definition);
    return services;
  }

  /** Resolves when the named processes, or all, answer that they are ready. */
  async ready(...names: string[]): Promise<void> {
    const wanted = names.length > 0 ? names : [...this.#processes.keys()];
    await Promise.all(wanted.map((name) => this.#processes.get(name)?.ready()));
  }

  /** Ends a process in order and starts it again, as after a change of its code. */
  async restart(name: string): Promise<void> {
    const former = this.#processes.get(name);
    if (!former || this.#stopping) return;
    await former.stop();
    if (!this.#stopping) this.#run(former.definition);
  }

  /** Ends what serves without waiting; PostgreSQL still stops in order, when its channel to this process closes. */
  kill(): void {
    for (const [name, supervised] of this.#processes) if (name !== 'postgres') supervised.kill();
  }

  /** Stops what serves, outermost first, then the mail sink, then PostgreSQL. */
  async stop(): Promise<void> {
    this.#stopping = true;
    const stop = (name: string) => this.#processes.get(name)?.stop();
    await stop('web');
    await stop('gateway');
    await Promise.all(['territory', 'directory', 'accompaniment', 'identity'].map(stop));
    await this.#mail?.stop();
    await stop('postgres');
    await removeRunRecord(this.options.settings.dataDirectory);
  }

  #run(definition: ProcessDefinition): SupervisedProcess {
    const supervised = new SupervisedProcess(definition, this.options.output);
    this.#processes.set(definition.name, supervised);
    supervised.on('change', () => this.#record());
    supervised.on('failed', (error) => this.options.onFailure(error));
    supervised.start();
    return supervised;
  }

  #record(): void {
    if (this.#stopping) return;
    const { ports, dataDirectory } = this.options.settings;
    const running = [...this.#processes].flatMap(([name, { pid }]) => (pid ? [[name, pid] as const] : []));
    writeRunRecord(dataDirectory, {
      supervisor: process.pid,
      ports,
      processes: Object.fromEntries(running),
    });
  }
}
