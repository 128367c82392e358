import { Link } from '@tanstack/react-router';
import { parseSearch } from '../address.ts';

type AddressLinkProps = { address: string; onClick?: () => void; 'aria-label'?: string; children: React.ReactNode };

/** A link to an address that the server gave, words behind the question mark and all. */
export function AddressLink({ address, ...link }: AddressLinkProps) {
  const [path = '/', words = ''] = address.split('?');
  return <Link to={path as string} search={parseSearch(words) as never} {...link} />;
}
