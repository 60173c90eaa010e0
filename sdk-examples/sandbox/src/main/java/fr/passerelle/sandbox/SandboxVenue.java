package fr.passerelle.sandbox;

/**
 * A venue on the sandbox.
 *
 * @param id its id
 * @param siret 14 digits
 * @param siren 9 digits, of the legal structure
 * @param offererId the legal structure
 * @param addressId its address
 */
public record SandboxVenue(long id, String siret, String siren, long offererId, long addressId) {}
