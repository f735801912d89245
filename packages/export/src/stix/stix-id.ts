import { v5 } from 'uuid';

/** Ours. Whatever is told twice has one id, so that who imports two exports has it once. */
const NAMESPACE = '5c0f7c0e-9d0b-5b8e-8a39-3f3f4c1f6a52';
/** STIX 2.1 §2.9: of cyber-observable objects, in every program. */
const OBSERVABLE_NAMESPACE = '00abedb4-aa42-466c-9c01-fed23315a9b7';

/** The id of an object of ours: the same for the same type and parts. */
export function stixId(type: string, ...parts: readonly string[]): string {
  return `${type}--${uuidOf(type, ...parts)}`;
}

/** The same UUID for the same parts, in every installation. */
export function uuidOf(...parts: readonly string[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}

/** The id that every program gives to a URL (STIX 2.1 §6.19: by its value, as canonical JSON). */
export function urlId(value: string): string {
  return `url--${v5(JSON.stringify({ value }), OBSERVABLE_NAMESPACE)}`;
}

/** One id of many values in their order, which holds none of them: `chainId(chainId(id, a), b)`. */
export function chainId(id: string, value: string): string {
  return v5(value, id);
}
