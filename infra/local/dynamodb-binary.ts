type Fields = { [name: string]: unknown };

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null;

/** A request as JSON can carry it: a copy with all bytes in base64, and without members that are not there. */
export function withoutBytes(value: unknown): unknown {
  if (value instanceof Uint8Array) return bufferOf(value).toString('base64');
  if (Array.isArray(value)) return value.map(withoutBytes);
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const name of Object.keys(value))
    if (value[name] !== undefined) copy[name] = withoutBytes(value[name]);
  return copy;
}

const bufferOf = ({ buffer, byteOffset, byteLength }: Uint8Array): Buffer =>
  Buffer.from(buffer, byteOffset, byteLength);

/**
 * An answer as the SDK gives it: a copy with the bytes back where it has them in base64.
 *
 * A text under `B` can only be that: an attribute of this name holds an object that names its type.
 */
export function withBytes<Value>(value: Value): Value {
  if (Array.isArray(value)) return value.map(withBytes) as Value;
  if (!isFields(value)) return value;
  const copy: Fields = {};
  for (const name of Object.keys(value))
    if (value[name] !== undefined) copy[name] = heldUnder(name, value[name]);
  return copy as Value;
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
