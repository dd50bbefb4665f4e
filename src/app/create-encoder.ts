// Wires the encoder that the configuration asks for, with its cache in front.
import { CachedEncoder } from '../encoder/cache/cached-encoder.ts';
import { ShippedVectors, shippedFile } from '../encoder/cache/shipped-vectors.ts';
import { VectorCache } from '../encoder/cache/vector-cache.ts';
import { openEncoder } from '../encoder/encoder-host.ts';
import type { Encoder } from '../use-cases/interfaces/encoder.ts';
import type { Config } from './config.ts';

export interface EncoderNeeds {
  /** Hears what goes wrong with the cache. */
  readonly onFault: (error: unknown) => void;
  /** The bundled encoder, where its worker is started elsewhere. */
  readonly openBundled?: () => Encoder;
}

/** Whether the encoder is the one that comes with the program. */
export function isBundled({ ENCODER, EMBEDDINGS_URL }: Config): boolean {
  return EMBEDDINGS_URL === undefined && ENCODER === 'bundled';
}

/** Null with `ENCODER=off`. */
export async function createEncoder(
  config: Config,
  { onFault, openBundled = openEncoder }: EncoderNeeds,
): Promise<Encoder | null> {
  const encoder = isBundled(config) ? openBundled() : await createEndpointEncoder(config);
  if (encoder === null) return null;
  const cache = new VectorCache(config.STATE_DIR, encoder.name, Date.now, onFault);
  const shipped = isBundled(config) ? new ShippedVectors(shippedFile, encoder.name) : null;
  return new CachedEncoder(encoder, cache, onFault, shipped);
}

async function createEndpointEncoder(config: Config): Promise<Encoder | null> {
  if (config.EMBEDDINGS_URL === undefined) return null;
  // Loaded only where it is asked for: it brings zod along.
  const { EndpointEncoder } = await import('../encoder/endpoint-encoder.ts');
  return new EndpointEncoder({
    url: config.EMBEDDINGS_URL,
    model: config.EMBEDDINGS_MODEL ?? 'text-embedding-3-small',
    apiKey: config.EMBEDDINGS_API_KEY ?? null,
  });
}
