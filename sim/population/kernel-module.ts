/**
 * Instances of the compiled kernel, each with a memory of its own. Memories given back are used again: a fresh one
 * reserves gigabytes of addresses and its pages arrive one fault at a time.
 */
import { KERNEL } from './kernel-bytes.js';

/** The doors of the kernel; addresses and sizes in bytes or users as in kernel/month.ts and kernel/offers.ts. */
export interface KernelExports {
  lay(columns: number, length: number, tops: number, slots: number): void;
  openMonth(
    clock: number,
    apps: number,
    severalTiers: boolean,
    secondApps: boolean,
    ads: boolean,
    matched: boolean,
  ): void;
  moveAll(cells: number, end: number): void;
  relabel(length: number, mask: number, what: number, to: number): void;
  recount(cells: number, end: number, clock: number): void;
  dropSeconds(cells: number, end: number, app: number): void;
  boundLapses(length: number): void;
  spreadOut(column: number, end: number, spread: number): void;
  report(cells: number, end: number, users: number, tenures: number, none: number): void;
}

interface Memory {
  readonly buffer: ArrayBuffer;
}

/** The part of the WebAssembly interface that is used; ES2023 alone does not declare it. */
declare const WebAssembly: {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Memory: new (size: { initial: number }) => Memory;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
};
declare function atob(text: string): string;

/** One instance and its memory. */
export interface Kernel {
  readonly buffer: ArrayBuffer;
  readonly exports: KernelExports;
}

const PAGE = 65536;
/** Memories kept for later. */
const SPARES = 4;
const spares: Kernel[] = [];
let compiled: object | undefined;

function compile(): object {
  compiled ??= new WebAssembly.Module(Uint8Array.from(atob(KERNEL), (letter) => letter.charCodeAt(0)));
  return compiled;
}

/** An instance with at least `bytes` bytes of memory, all zero. */
export function takeKernel(bytes: number): Kernel {
  const fits = spares.findIndex(
    ({ buffer }) => buffer.byteLength >= bytes && buffer.byteLength <= 4 * bytes + PAGE,
  );
  if (fits >= 0) {
    const [spare] = spares.splice(fits, 1);
    new Uint8Array(spare.buffer, 0, bytes).fill(0);
    return spare;
  }
  const memory = new WebAssembly.Memory({ initial: Math.ceil(bytes / PAGE) });
  const { exports } = new WebAssembly.Instance(compile(), { env: { memory } });
  return { buffer: memory.buffer, exports: exports as KernelExports };
}

/** Gives an instance back. */
export function returnKernel(kernel: Kernel): void {
  spares.unshift(kernel);
  if (spares.length > SPARES) spares.pop();
}
