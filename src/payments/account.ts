import type { Offer } from './offer.ts';

/** A price that the account holds. Its amount cannot be changed, and it cannot be deleted. */
export interface HeldPrice {
  readonly id: string;
  /** Digest of the offer that it was made for. */
  readonly offerDigest: string;
  readonly active: boolean;
}

/** A payment link of ours that the account holds. It cannot be deleted, only deactivated. */
export interface HeldLink {
  readonly id: string;
  readonly url: string;
  readonly active: boolean;
  /** False for one that takes play money. */
  readonly live: boolean;
  readonly offer: string;
  readonly offerDigest: string;
}

/** A payment that was made through one of our links. Tells nothing of who paid. */
export interface Payment {
  readonly session: string;
  readonly offer: string;
  readonly amount: number;
  readonly currency: string;
  /** When the payer opened the link, in seconds since 1970: the account lists payments by this. */
  readonly openedAt: number;
}

/**
 * What must be possible with an account. Each creation is one at most, whatever breaks between here and there: what was
 * made in spite of a fault is found, and taken.
 */
export interface Account {
  /** Prices made for these digests, deactivated ones too. */
  findPrices(digests: readonly string[]): Promise<readonly HeldPrice[]>;
  /** Every link of ours, deactivated ones too, the oldest first. */
  listLinks(): Promise<readonly HeldLink[]>;
  /** Payments whose link was opened then or later, and that are complete and paid. */
  listPayments(openedSince: number): Promise<readonly Payment[]>;
  createPrice(offer: Offer): Promise<HeldPrice>;
  createLink(offer: Offer, price: string): Promise<HeldLink>;
  setPriceActive(id: string, active: boolean): Promise<void>;
  setLinkActive(id: string, active: boolean): Promise<void>;
}
