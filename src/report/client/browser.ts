/**
 * The part of the browser that the page's script uses, as types. The compiler's DOM library stays out of the
 * program: with it every file could name `document` or `status` by mistake and compile.
 */

/** An element. */
export interface Box {
  textContent: string | null;
  hidden: boolean;
  href: string;
  download: string;
  readonly id: string;
  readonly hash: string;
  readonly clientWidth: number;
  /** Of a select. */
  value: string;
  readonly dataset: Record<string, string | undefined>;
  readonly classList: { toggle(name: string, on?: boolean): boolean; contains(name: string): boolean };
  setAttribute(name: string, value: string): void;
  getAttribute(name: string): string | null;
  append(...parts: readonly (Box | string)[]): void;
  closest(selector: string): Box | null;
  getBoundingClientRect(): { readonly top: number };
  querySelector(selector: string): Box | null;
  querySelectorAll(selector: string): Iterable<Box>;
  addEventListener(type: string, listener: () => void): void;
  click(): void;
  /** Of a canvas. */
  getContext?(kind: '2d'): { font: string; measureText(text: string): { readonly width: number } };
}

/** The document. */
export interface Page extends Pick<Box, 'querySelector' | 'querySelectorAll'> {
  readonly documentElement: Box;
  createElement(tag: string): Box;
  getElementById(id: string): Box | null;
}

/** The window. */
export interface Browser {
  readonly document: Page;
  readonly innerWidth: number;
  readonly Plotly: { react(host: Box, traces: readonly object[], layout: object, config: object): void };
  readonly localStorage: { getItem(key: string): string | null; setItem(key: string, value: string): void };
  readonly navigator: { readonly clipboard?: { writeText(text: string): Promise<void> } };
  readonly URL: { createObjectURL(blob: object): string; revokeObjectURL(url: string): void };
  readonly Blob: new (parts: readonly string[], options: { type: string }) => object;
  readonly location: { hash: string };
  readonly scrollY: number;
  matchMedia(query: string): { readonly matches: boolean };
  getComputedStyle(box: Box): { getPropertyValue(name: string): string };
  addEventListener(type: string, listener: () => void): void;
  setTimeout(run: () => void, elapsedMs: number): number;
  clearTimeout(timer: number): void;
  print(): void;
}
