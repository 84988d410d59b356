type Fields = { [name: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A request as JSON can carry it: a copy with all bytes in base64. */
export function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return bufferOf(value).toString('base64');
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const [name, each] of Object.entries(value)) copy[name] = withoutBytes(each);
  return copy;
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/**
 * Puts the bytes back where an answer has them in base64, and returns it.
 *
 * A text under `B` can only be that: an attribute of this name holds an object that names its type.
 */
export function withBytes<Value>(value: Value): Value {
  if (!isFields(value)) return value;
  const fields: Fields = value;
  for (const [name, each] of Object.entries(fields)) fields[name] = heldUnder(name, each);
  return value;
}

function heldUnder(name: string, value: unknown): unknown {
  if (name === 'B' && typeof value === 'string') return bytesOf(value);
  if (name === 'BS' && Array.isArray(value)) return value.map(bytesOf);
  return withBytes(value);
}

function bytesOf(base64: string): Uint8Array {
  const { buffer, byteOffset, byteLength } = Buffer.from(base64, 'base64');
  return new Uint8Array(buffer, byteOffset, byteLength);
}
