import {
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';

/** An append-only file of frames; one frame is one JSON value, whole or absent. */
export type Journal = {
  /** Hands a frame to the file; it is on the disk once `settled` has been awaited. */
  append(frame: object): void;
  /** Resolves when every frame appended so far is on the disk. */
  settled(): Promise<void>;
  /** Empties the file. */
  wipe(): Promise<void>;
  close(): Promise<void>;
};

type Opened = { readonly journal: Journal; readonly frames: number; readonly cutBytes: number };

const chunkBytes = 1 << 20;
const newline = 0x0a;

/** The journal of an engine that keeps nothing: everything is settled at once. */
export const noJournal: Journal = {
  append() {},
  async settled() {},
  async wipe() {},
  async close() {},
};

// A process id alone would refuse a restarted container, whose first process always has the same.
const heldHere = new Set<string>();

function isAlive(pid: number, lock: string): boolean {
  if (pid === process.pid) return heldHere.has(lock);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Takes the directory for this process; a lock left by a dead process is taken over. */
function takeLock(dir: string): string {
  const lock = join(dir, 'lock');
  const claim = join(dir, `lock.${process.pid}`);
  writeFileSync(claim, String(process.pid));
  try {
    if (tryLink(claim, lock)) return lock;
    const holder = Number(readFileSync(lock, 'utf8'));
    if (isAlive(holder, lock)) throw new Error(`${dir} is in use by process ${holder} (${lock})`);
    rmSync(lock);
    if (!tryLink(claim, lock)) throw new Error(`${dir} was taken by another process just now`);
    return lock;
  } finally {
    rmSync(claim);
  }
}

type Line = { readonly bytes: Buffer; readonly start: number; readonly ended: boolean };

function* chunksOf(file: number): Generator<Buffer> {
  for (;;) {
    const chunk = Buffer.allocUnsafe(chunkBytes);
    const length = readSync(file, chunk, 0, chunkBytes, null);
    if (length === 0) return;
    yield chunk.subarray(0, length);
  }
}

function* linesOf(file: number): Generator<Line> {
  let held: Buffer = Buffer.alloc(0);
  let start = 0;
  for (const chunk of chunksOf(file)) {
    held = held.length ? Buffer.concat([held, chunk]) : chunk;
    for (let end = held.indexOf(newline); end >= 0; end = held.indexOf(newline)) {
      yield { bytes: held.subarray(0, end), start, ended: true };
      start += end + 1;
      held = held.subarray(end + 1);
    }
  }
  if (held.length) yield { bytes: held, start, ended: false };
}

type Text = { readonly body: string; readonly checksum: number };

/** Each checksum runs on from the one before, so a frame that is missing or moved is seen too. */
function checked({ bytes, ended }: Line, before: number): Text | undefined {
  const body = bytes.subarray(9);
  const checksum = crc32(body, before);
  const written = bytes.subarray(0, 8).toString('latin1');
  if (!ended || bytes.length < 9 || written !== hex(checksum)) return undefined;
  return { body: body.toString('utf8'), checksum };
}

function hex(checksum: number): string {
  return checksum.toString(16).padStart(8, '0');
}

type Replayed = { frames: number; end: number; size: number; checksum: number };

/** Replays every whole frame; only the very last line of the file may fail its checksum. */
function replay(path: string, file: number, onFrame: (frame: unknown) => void): Replayed {
  const at: Replayed = { frames: 0, end: 0, size: 0, checksum: 0 };
  for (const line of linesOf(file)) {
    if (at.size > at.end)
      throw new Error(
        `${path} is damaged: frame ${at.frames + 1} at byte ${at.end} fails its checksum ` +
          'and more frames follow; restore the file from a copy',
      );
    at.size = line.start + line.bytes.length + (line.ended ? 1 : 0);
    const text = checked(line, at.checksum);
    if (!text) continue;
    onFrame(JSON.parse(text.body));
    at.frames += 1;
    at.end = at.size;
    at.checksum = text.checksum;
  }
  return at;
}

function replayFile(path: string, onFrame: (frame: unknown) => void): Replayed {
  const file = openSync(path, 'a+');
  try {
    return replay(path, file, onFrame);
  } finally {
    closeSync(file);
  }
}

type Batch = { readonly done: PromiseWithResolvers<void>; lines: string[]; wipes: boolean };

function newBatch(): Batch {
  const done = Promise.withResolvers<void>();
  // A failed batch also fails whoever awaits it; an unawaited one must not end the process.
  done.promise.catch(() => {});
  return { done, lines: [], wipes: false };
}

/** Frames waiting together share one write and one sync: the group commit. */
async function writer(path: string, checksumBefore: number): Promise<Journal> {
  const file = await open(path, 'a');
  let checksum = checksumBefore;
  let waiting = newBatch();
  let writing: Batch | undefined;
  let failure: Error | undefined;
  const hasWork = () => waiting.wipes || waiting.lines.length > 0;

  async function write(batch: Batch): Promise<void> {
    if (failure) throw failure;
    if (batch.wipes) await file.truncate(0);
    if (batch.lines.length) await file.appendFile(batch.lines.join(''));
    await file.datasync();
  }
  async function drain(): Promise<void> {
    while (hasWork()) {
      writing = waiting;
      waiting = newBatch();
      await write(writing).catch((error: Error) => {
        failure = error;
      });
      if (failure) writing.done.reject(failure);
      else writing.done.resolve();
    }
    writing = undefined;
  }
  function settled(): Promise<void> {
    if (failure) return Promise.reject(failure);
    if (!hasWork()) return writing?.done.promise ?? Promise.resolve();
    // One turn of the loop lets the other requests of the moment join this write.
    if (!writing) setImmediate(drain);
    writing ??= waiting;
    return waiting.done.promise;
  }
  return {
    append(frame) {
      const body = JSON.stringify(frame);
      checksum = crc32(body, checksum);
      waiting.lines.push(`${hex(checksum)} ${body}\n`);
    },
    settled,
    wipe() {
      checksum = 0;
      waiting.lines = [];
      waiting.wipes = true;
      return settled();
    },
    async close() {
      await settled().finally(() => file.close());
    },
  };
}

/** Opens the journal of a directory for this process alone and replays it, frame by frame. */
export async function openJournal(dir: string, onFrame: (frame: unknown) => void): Promise<Opened> {
  mkdirSync(dir, { recursive: true });
  const lock = takeLock(dir);
  heldHere.add(lock);
  const release = () => {
    heldHere.delete(lock);
    rmSync(lock, { force: true });
  };
  try {
    const path = join(dir, 'journal');
    const { frames, end, size, checksum } = replayFile(path, onFrame);
    if (size > end) truncateSync(path, end);
    const inner = await writer(path, checksum);
    const close = () => inner.close().finally(release);
    return { journal: { ...inner, close }, frames, cutBytes: size - end };
  } catch (error) {
    release();
    throw error;
  }
}
