import autocannon from 'autocannon';

/** Somebody who answers over HTTP. */
export interface Asked {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bodies, asked in turn. */
  readonly bodies: readonly string[];
}

/** What a load came to. */
export interface Load {
  /** Answers a second. */
  readonly rate: number;
  /** Milliseconds. */
  readonly p99: number;
}

/** So many at a time, as the figures are meant. */
const AT_ONCE = 16;

/** Asks for some seconds, sixteen at once. Throws where an answer is no answer. */
export async function load({ url, headers, bodies }: Asked, seconds: number): Promise<Load> {
  const result = await autocannon({
    url,
    connections: AT_ONCE,
    duration: seconds,
    requests: bodies.map((body) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })),
  });
  if (result.errors > 0 || result.non2xx > 0) {
    throw new Error(`${url}: ${result.errors} errors, ${result.non2xx} refusals`);
  }
  return { rate: result['2xx'] / result.duration, p99: result.latency.p99 };
}

/** One answer. */
export async function ask({ url, headers }: Asked, body: string): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  return answer.json();
}
