import type { DatabaseSync } from "node:sqlite";

interface Job {
  run: () => void;
  done: () => void;
  failed: (error: unknown) => void;
}

/**
 * Gathers the jobs of one turn of the event loop into one transaction, each behind its own savepoint:
 * one that throws leaves no trace and its caller alone learns of it; nobody is answered before the commit.
 */
export class GroupCommit {
  #queue: Job[] = [];
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  /** Runs a synchronous job inside the next transaction; resolves once that is on disk. */
  submit(run: () => void): Promise<void> {
    return new Promise((done, failed) => {
      // setImmediate and not a microtask, so that the sockets that are ready get read first
      if (this.#queue.length === 0) setImmediate(() => this.flush());
      this.#queue.push({ run, done, failed });
    });
  }

  /** Commits what is waiting, now. */
  flush(): void {
    const jobs = this.#queue;
    if (jobs.length === 0) return;
    this.#queue = [];
    try {
      const answers = this.#transaction(jobs);
      for (const answer of answers) answer();
    } catch (error) {
      for (const job of jobs) job.failed(error);
    }
  }

  #transaction(jobs: readonly Job[]): (() => void)[] {
    this.#db.exec("BEGIN IMMEDIATE");
    try {
      const answers = jobs.map((job) => this.#behindSavepoint(job));
      this.#db.exec("COMMIT");
      return answers;
    } catch (error) {
      if (this.#db.isTransaction) this.#db.exec("ROLLBACK");
      throw error;
    }
  }

  #behindSavepoint(job: Job): () => void {
    this.#db.exec("SAVEPOINT job");
    try {
      job.run();
    } catch (error) {
      // a full disk or an I/O error ends the whole transaction, and then nobody's job stands
      if (!this.#db.isTransaction) throw error;
      this.#db.exec("ROLLBACK TO job; RELEASE job");
      return () => job.failed(error);
    }
    this.#db.exec("RELEASE job");
    return job.done;
  }
}
