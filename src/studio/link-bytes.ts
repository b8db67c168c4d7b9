/**
 * Bytes of a share link: a version byte, then the text as zlib (RFC 1950: DEFLATE with a checksum, so that an altered
 * link is told from a whole one) by the browser's own streams, written as base64url (RFC 4648, section 5). What is
 * unpacked is cut off at a limit while it unpacks, so that a small link cannot fill the memory of the tab.
 */

/** Version of the format; a link of another version is refused. */
export const LINK_VERSION = 1;

/** Most characters of a link's data: messengers and address bars carry this much. */
export const LONGEST_LINK = 8 * 1024;

/** Most bytes that a link may unpack to. */
const MOST_TEXT = 256 * 1024;

/** Why a link cannot be unpacked; `away`: what an address asks for cannot be loaded. */
export type LinkFault = 'letters' | 'length' | 'version' | 'cut' | 'bomb' | 'away';

function toBase64url(bytes: Uint8Array): string {
  const letters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(letters).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function fromBase64url(data: string): Uint8Array {
  const letters = atob(data.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
}

function streamOf(bytes: Uint8Array): ReadableStream<Uint8Array<ArrayBuffer>> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(bytes as Uint8Array<ArrayBuffer>);
      controller.close();
    },
  });
}

/** Text -> data of a link, of any length. */
export async function pack(text: string): Promise<string> {
  const stream = streamOf(new TextEncoder().encode(text)).pipeThrough(new CompressionStream('deflate'));
  const packed = new Uint8Array(await new Response(stream).arrayBuffer());
  return toBase64url(Uint8Array.of(LINK_VERSION, ...packed));
}

/** Reads a stream to its end, but no further than the limit; undefined beyond it. */
async function readAtMost(stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array | undefined> {
  const reader = stream.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > most) {
      void reader.cancel().catch(() => {});
      return undefined;
    }
    parts.push(part.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Data of a link -> its bytes (text in UTF-8, not yet checked), or why it has none. */
export async function unpack(data: string): Promise<{ bytes: Uint8Array } | { fault: LinkFault }> {
  if (data.length > LONGEST_LINK) return { fault: 'length' };
  if (!/^[\w-]+$/.test(data)) return { fault: 'letters' };
  // four letters are three bytes, so no whole link has one letter more
  if (data.length % 4 === 1) return { fault: 'cut' };
  const packed = fromBase64url(data);
  if (packed[0] !== LINK_VERSION) return { fault: 'version' };
  const stream = streamOf(packed.subarray(1)).pipeThrough(new DecompressionStream('deflate'));
  try {
    const bytes = await readAtMost(stream as ReadableStream<Uint8Array>, MOST_TEXT);
    return bytes ? { bytes } : { fault: 'bomb' };
  } catch {
    return { fault: 'cut' };
  }
}
