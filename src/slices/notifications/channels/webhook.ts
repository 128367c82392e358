import { createHmac } from 'node:crypto';
import { type LookupAddress, lookup } from 'node:dns';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { Context } from '../../../server/context.ts';
import type { Failure } from '../rules/delivery.ts';

export type Post = {
  readonly url: string;
  readonly body: string;
  readonly deliveryId: string;
  readonly atSeconds: number;
};

/** Posts to an office's webhook. @returns null when the other side answered 2xx */
export type PostWebhook = (post: Post) => Promise<Failure | null>;

const TIMEOUT_MS = 10_000;
const AGAIN = new Set([408, 425, 429]);

/** Addresses that are not of the open Internet. @source RFC 6890 (special-purpose registries), RFC 4193, RFC 4291 */
const privateAddresses = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  privateAddresses.addSubnet(net, bits, 'ipv4');
/** Of IPv6 only what is given out to the public is open, without the ways into IPv4 (6to4, Teredo, NAT64 lies outside). */
const openIpv6 = new BlockList();
openIpv6.addSubnet('2000::', 3, 'ipv6');
const closedIpv6 = new BlockList();
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  closedIpv6.addSubnet(net, bits, 'ipv6');

export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 4) return privateAddresses.check(address, 'ipv4');
  if (family === 6) return !openIpv6.check(address, 'ipv6') || closedIpv6.check(address, 'ipv6');
  return true;
}

class ForbiddenAddress extends Error {}

/** Looks a name up and refuses it where any of its addresses is private: what was checked is what is connected to. */
const lookUpOpen: LookupFunction = (hostname, options, tell) => {
  lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) return tell(error, '', 4);
    if (found.some(({ address }) => isPrivateAddress(address))) return tell(new ForbiddenAddress(hostname), '', 4);
    const [first] = found;
    if (!first) return tell(new Error(`no address: ${hostname}`), '', 4);
    return options.all ? tell(null, found) : tell(null, first.address, first.family);
  });
};

export type AddressFault = 'webhook-address' | 'webhook-not-https' | 'webhook-private';

/** Why an address cannot be a webhook, before it is ever called. Names are looked up again at each call. */
export function webhookFault(url: string, isPrivateAllowed: boolean): AddressFault | null {
  if (!URL.canParse(url)) return 'webhook-address';
  const { protocol, hostname, username, password } = new URL(url);
  if (!['http:', 'https:'].includes(protocol) || username || password) return 'webhook-address';
  if (isPrivateAllowed) return null;
  if (protocol !== 'https:') return 'webhook-not-https';
  const bare = hostname.replace(/^\[|\]$/g, '');
  const isPrivate =
    isIP(bare) > 0 ? isPrivateAddress(bare) : /^localhost$|\.localhost$|\.local$|\.internal$/.test(bare);
  return isPrivate ? 'webhook-private' : null;
}

/** `t=<seconds>,v1=<hex>`: HMAC-SHA-256 over "<seconds>.<body>", so that an old message cannot be sent as a new one. */
export function signatureOf(secret: string, atSeconds: number, body: string): string {
  const mark = createHmac('sha256', secret).update(`${atSeconds}.${body}`).digest('hex');
  return `t=${atSeconds},v1=${mark}`;
}

function failureOf(error: unknown): Failure {
  if (error instanceof ForbiddenAddress) return { kind: 'forbidden-address', detail: '', isFinal: true };
  const { name = '', code = '' } = error as { name?: string; code?: string };
  if (name === 'TimeoutError' || name === 'AbortError') return { kind: 'timed-out', detail: '', isFinal: false };
  return { kind: 'unreachable', detail: code, isFinal: false };
}

function sendOnce(post: Post, secret: string, isPrivateAllowed: boolean): Promise<number> {
  const url = new URL(post.url);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(post.body),
    'user-agent': 'caicach',
    'x-caicach-delivery': post.deliveryId,
    'x-caicach-signature': signatureOf(secret, post.atSeconds, post.body),
  };
  return new Promise((resolve, reject) => {
    const request = send(
      url,
      {
        method: 'POST',
        headers,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        agent: false,
        ...(isPrivateAllowed ? {} : { lookup: lookUpOpen }),
      },
      (response) => {
        resolve(response.statusCode ?? 0);
        response.destroy();
      },
    );
    request.on('error', reject);
    request.end(post.body);
  });
}

/** Follows no redirection: the address that the administrator gave is the one that is told. */
export function makePostWebhook({ secret, isPrivateAllowed }: Context['config']['webhook']): PostWebhook {
  return async (post) => {
    if (secret === null) return { kind: 'not-set', detail: 'CAICACH_WEBHOOK_SECRET', isFinal: false };
    if (webhookFault(post.url, isPrivateAllowed) !== null)
      return { kind: 'forbidden-address', detail: '', isFinal: true };
    try {
      const status = await sendOnce(post, secret, isPrivateAllowed);
      if (status >= 200 && status < 300) return null;
      const isFinal = status >= 300 && status < 500 && !AGAIN.has(status);
      return { kind: 'refused', detail: `HTTP ${status}`, isFinal };
    } catch (error) {
      return failureOf(error);
    }
  };
}
